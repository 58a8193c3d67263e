package dev.parley.channel;

import java.util.Set;

/// What a channel takes as a file.
///
/// @param sent how large what agents send may be
/// @param received how large what customers send may be
/// @param pictures the content types that customers see as pictures; others go out as files
public record FileRules(Largest sent, Largest received, Set<String> pictures) {

    /// No files at all.
    public static final FileRules NONE =
            new FileRules(new Largest(0, 0), new Largest(0, 0), Set.of());

    public FileRules {
        pictures = Set.copyOf(pictures);
    }

    public boolean allowed() {
        return sent.file > 0;
    }

    /// The largest of each sort, in bytes; 0 where none is taken.
    public record Largest(int file, int picture) {}
}
