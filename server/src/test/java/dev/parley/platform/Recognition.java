package dev.parley.platform;

/// Has an installation look again where it runs, as it does at each start.
public final class Recognition {
    private Recognition() {}

    public static void again(Installation installation) {
        installation.recognise();
    }
}
