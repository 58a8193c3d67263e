package dev.parley.privacy;

import java.util.BitSet;

/// Finds what one rule masks.
interface Mask {
    /// Marks what is to be masked.
    ///
    /// @param text with narrow letters and digits, as [MaskedText] converts it
    /// @param masked the characters of the text, by their index
    void mark(String text, BitSet masked);
}
