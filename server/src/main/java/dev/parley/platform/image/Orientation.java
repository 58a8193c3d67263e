package dev.parley.platform.image;

/// The orientation of a picture, in the order of EXIF's values (CIPA DC-008, tag 0x0112).
public enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    MIRRORED_UPSIDE_DOWN,
    MIRRORED_ON_ITS_LEFT,
    ON_ITS_LEFT,
    MIRRORED_ON_ITS_RIGHT,
    ON_ITS_RIGHT;

    /// {@return the orientation of this EXIF value; upright if it is invalid}
    static Orientation of(int exif) {
        return exif >= 1 && exif <= values().length ? values()[exif - 1] : UPRIGHT;
    }

    /// Whether width and height are swapped.
    boolean swapsSides() {
        return switch (this) {
            case UPRIGHT, MIRRORED, UPSIDE_DOWN, MIRRORED_UPSIDE_DOWN -> false;
            case MIRRORED_ON_ITS_LEFT, ON_ITS_LEFT, MIRRORED_ON_ITS_RIGHT, ON_ITS_RIGHT -> true;
        };
    }
}
