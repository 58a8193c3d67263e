package dev.parley.transcript;

/// How a paragraph looks.
enum PdfStyle {
    TITLE(16, 0f),
    TEXT(10.5f, 0f),
    META(8.5f, 0.35f);

    private static final float LEADING = 1.5f;

    private final float size;
    private final float grey;

    PdfStyle(float size, float grey) {
        this.size = size;
        this.grey = grey;
    }

    /// {@return the size of the font, in points}
    float size() {
        return size;
    }

    /// {@return the height of a line, in points}
    float leading() {
        return size * LEADING;
    }

    /// {@return the colour: 0 is black, 1 is white}
    float grey() {
        return grey;
    }
}
