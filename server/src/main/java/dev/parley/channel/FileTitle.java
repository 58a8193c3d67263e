package dev.parley.channel;

import java.util.regex.Pattern;

/// Untrusted file names without invisible characters: control characters, and those that reverse
/// the order of others, so that `exe.fdp` would read as a PDF.
public final class FileTitle {
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}]");

    private FileTitle() {}

    public static String visible(String name) {
        return UNSEEN.matcher(name).replaceAll("");
    }
}
