package dev.parley.transcript;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Writes a transcript as PDF, with its font embedded, so that it looks the same everywhere. It has
/// a limited number of pages.
public final class TranscriptPdf {
    /// The maximum number of pages.
    public static final int MOST_PAGES = 300;

    private TranscriptPdf() {}

    public static void write(
            TranscriptHead head, Stream<TranscriptEntry> entries, OutputStream out) {
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle(head.title());
            document.getDocumentInformation().setCreator("Parley");
            document.getDocumentCatalog().setLanguage(head.locale().toLanguageTag());
            try (var pages = new PdfPages(document, head)) {
                fill(pages, head, entries.iterator());
            }
            document.save(out);
        } catch (IOException lost) {
            throw new UncheckedIOException("The transcript could not be written", lost);
        }
    }

    private static void fill(PdfPages pages, TranscriptHead head, Iterator<TranscriptEntry> entries)
            throws IOException {
        pages.write(head.title(), PdfStyle.TITLE);
        for (var fact : head.facts()) {
            pages.write(fact, PdfStyle.META);
        }
        while (entries.hasNext() && pages.count() <= MOST_PAGES - 1) {
            var entry = entries.next();
            pages.space(PdfStyle.META);
            pages.write(entry.heading(), PdfStyle.META);
            if (!entry.text().isEmpty()) {
                pages.write(entry.text(), PdfStyle.TEXT);
            }
        }
        if (entries.hasNext()) {
            pages.space(PdfStyle.TEXT);
            pages.write(head.cut(), PdfStyle.TEXT);
        }
    }
}
