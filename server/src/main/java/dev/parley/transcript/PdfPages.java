package dev.parley.transcript;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/// Fills one page after the other with paragraphs. Each page has its number at its foot.
final class PdfPages implements AutoCloseable {
    private static final float MARGIN = 56;
    private static final float FOOT = 32;
    private static final PDRectangle SIZE = PDRectangle.A4;
    private static final float WIDTH = SIZE.getWidth() - 2 * MARGIN;

    private final PDDocument document;
    private final TranscriptHead head;
    private final PdfFont font;
    private @Nullable PDPageContentStream content;
    private float y;

    PdfPages(PDDocument document, TranscriptHead head) throws IOException {
        this.document = document;
        this.head = head;
        this.font = PdfFont.in(document);
    }

    /// {@return how many pages there are so far}
    int count() {
        return document.getNumberOfPages();
    }

    void write(String text, PdfStyle style) throws IOException {
        for (var paragraph : text.lines().toList()) {
            var lines =
                    PdfLines.of(
                            font.printable(paragraph),
                            head.locale(),
                            line -> font.width(line, style.size()),
                            WIDTH);
            for (var line : lines) {
                writeLine(line, style);
            }
        }
    }

    /// Leaves a gap of half a line.
    void space(PdfStyle style) {
        y -= style.leading() / 2;
    }

    private void writeLine(String line, PdfStyle style) throws IOException {
        if (content == null || y - style.leading() < MARGIN) {
            nextPage();
        }
        y -= style.leading();
        show(line, style, y);
    }

    private void nextPage() throws IOException {
        close();
        var page = new PDPage(SIZE);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        y = SIZE.getHeight() - MARGIN;
        show(font.printable(head.page().apply(count())), PdfStyle.META, FOOT);
    }

    private void show(String line, PdfStyle style, float height) throws IOException {
        var to = content;
        if (to == null || line.isEmpty()) {
            return;
        }
        to.beginText();
        to.setFont(font.font(), style.size());
        to.setNonStrokingColor(style.grey());
        to.newLineAtOffset(MARGIN, height);
        to.showText(line);
        to.endText();
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }
}
