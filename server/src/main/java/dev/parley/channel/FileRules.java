package dev.parley.channel;

import java.util.Set;

/// What a channel takes as a file, either way.
///
/// @param largest in bytes; 0 where the channel takes no files from us
/// @param largestPicture in bytes
/// @param pictures the content types that customers see as pictures; others go out as files
public record FileRules(int largest, int largestPicture, Set<String> pictures) {

    /// No files at all.
    public static final FileRules NONE = new FileRules(0, 0, Set.of());

    public FileRules {
        pictures = Set.copyOf(pictures);
    }

    public boolean allowed() {
        return largest > 0;
    }
}
