package dev.parley.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// A transcript as PDF has its own font, wraps its lines, and ends.
class TranscriptPdfTests {
    private static final TranscriptHead HEAD =
            new TranscriptHead(
                    "林雅婷 · 交談 #7",
                    List.of("頁面"),
                    Locale.TAIWAN,
                    page -> "第 " + page + " 頁",
                    "到此為止");

    @Test
    void longTextsOfBothScriptsAreWrappedAndEmojiReplaced() throws IOException {
        var text =
                text(
                        Stream.of(
                                entry("包裹🙂".repeat(60)),
                                entry("Pneumono".repeat(60)),
                                entry("e\u0301\t\u0007x")));

        assertThat(text).contains("林雅婷 · 交談 #7", "第 1 頁", "包裹□");
        assertThat(text.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(140);
        assertThat(text.replaceAll("\\s", "")).contains("包裹□".repeat(60), "Pneumono".repeat(60));
    }

    @Test
    void aTranscriptWithTooManyPagesSaysSo() throws IOException {
        var text = text(Stream.generate(() -> entry("包裹\n".repeat(200))).limit(5_000));

        assertThat(text).contains("到此為止").doesNotContain("第 320 頁");
    }

    @Test
    void aFontIsEmbeddedWithTheCharactersThatOccur() throws IOException {
        var file = file(Stream.of(entry("明天會到")));
        assertThat(file.length).isLessThan(100_000);
        try (var document = Loader.loadPDF(file)) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    private static TranscriptEntry entry(String text) {
        return new TranscriptEntry("10:02 · Ada", text);
    }

    private static String text(Stream<TranscriptEntry> entries) throws IOException {
        try (var document = Loader.loadPDF(file(entries))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static byte[] file(Stream<TranscriptEntry> entries) {
        var out = new ByteArrayOutputStream();
        TranscriptPdf.write(HEAD, entries, out);
        return out.toByteArray();
    }
}
