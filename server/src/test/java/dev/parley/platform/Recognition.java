package dev.parley.platform;

/// Has an installation compare its place again, as at each start.
public final class Recognition {
    private Recognition() {}

    public static void again(Installation installation) {
        installation.recognise();
    }
}
