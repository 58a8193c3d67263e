package dev.parley.channel;

import java.util.Set;

/// Which files a channel accepts.
///
/// @param sent the size limits for files from agents
/// @param received the size limits for files from customers
/// @param pictures the content types that customers see as pictures; others are sent as files
public record FileRules(Largest sent, Largest received, Set<String> pictures) {

    /// No files.
    public static final FileRules NONE =
            new FileRules(new Largest(0, 0), new Largest(0, 0), Set.of());

    public FileRules {
        pictures = Set.copyOf(pictures);
    }

    public boolean allowed() {
        return sent.file > 0;
    }

    /// The largest size of each kind, in bytes; 0 where none is accepted.
    public record Largest(int file, int picture) {}
}
