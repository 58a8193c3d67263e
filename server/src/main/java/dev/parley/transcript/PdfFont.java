package dev.parley.transcript;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The font of a transcript: Noto Sans TC, of which only the characters are embedded that occur. A
/// character that it does not have, such as an emoji, is replaced.
final class PdfFont {
    private static final String FILE = "/fonts/NotoSansTC-Regular.ttf";
    private static final String REPLACEMENT = "□";
    private static final float UNITS = 1_000;

    private final PDFont font;
    private final Map<Integer, Glyph> glyphs = new HashMap<>();

    private PdfFont(PDFont font) {
        this.font = font;
    }

    static PdfFont in(PDDocument document) throws IOException {
        try (var file = PdfFont.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new PdfFont(PDType0Font.load(document, file, true));
        }
    }

    PDFont font() {
        return font;
    }

    /// {@return the text with characters that the font has}
    String printable(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints().forEach(character -> result.append(glyph(character).text));
        return result.toString();
    }

    /// {@return the width of a printable text, in points}
    float width(String printable, float size) {
        var width = printable.codePoints().mapToDouble(character -> glyph(character).width).sum();
        return (float) (width / UNITS * size);
    }

    private Glyph glyph(int character) {
        return glyphs.computeIfAbsent(character, this::read);
    }

    /// Invisible characters, which no font has, are left out: joiners, direction marks, variants.
    private Glyph read(int character) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return Character.toString(character).equals("\u3000")
                    ? glyphOf("\u3000")
                    : glyphOf(" ");
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.SURROGATE ->
                    isMissing(character) ? Glyph.NOTHING : glyphOf(Character.toString(character));
            default -> glyphOf(isMissing(character) ? REPLACEMENT : Character.toString(character));
        };
    }

    /// The library tells so by an exception only.
    private boolean isMissing(int character) {
        try {
            font.encode(Character.toString(character));
            return false;
        } catch (IllegalArgumentException | IOException _) {
            return true;
        }
    }

    private Glyph glyphOf(String text) {
        try {
            return new Glyph(text, font.getStringWidth(text));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The font of transcripts cannot be read", unreadable);
        }
    }

    private record Glyph(String text, float width) {
        static final Glyph NOTHING = new Glyph("", 0);
    }
}
