package dev.parley.channel;

import java.util.regex.Pattern;

/// Names of files as strangers give them, without what is not seen: control characters, and those
/// that turn the order of others around, so that `exe.fdp` would read as a PDF.
public final class FileTitle {
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}]");

    private FileTitle() {}

    public static String visible(String name) {
        return UNSEEN.matcher(name).replaceAll("");
    }
}
