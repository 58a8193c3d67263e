package dev.parley.attachment;

/// How large a file may be, either way (messenger-platform 5).
public final class Limits {
    public static final int LARGEST_FILE = 25 * 1024 * 1024;
    public static final int LARGEST_PICTURE = 8 * 1024 * 1024;

    private Limits() {}
}
