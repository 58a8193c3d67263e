package dev.parley.platform;

/// Has an installation compare its place again, as at each start.
public final class PlaceCheck {
    private PlaceCheck() {}

    public static void again(Installation installation) {
        installation.recognise();
    }
}
