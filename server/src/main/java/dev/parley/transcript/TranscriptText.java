package dev.parley.transcript;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// Writes a transcript as plain text in UTF-8.
public final class TranscriptText {
    private static final String RULE = "-".repeat(60);

    private TranscriptText() {}

    /// Writes each entry as soon as it is read.
    public static void write(
            TranscriptHead head, Stream<TranscriptEntry> entries, OutputStream out) {
        line(out, head.title());
        head.facts().forEach(fact -> line(out, fact));
        line(out, RULE);
        entries.forEachOrdered(entry -> {
            line(out, "");
            line(out, entry.heading());
            if (!entry.text().isEmpty()) {
                line(out, entry.text());
            }
        });
    }

    private static void line(OutputStream out, String line) {
        try {
            var text =
                    line.lines().toList().isEmpty()
                            ? ""
                            : String.join("\r\n", line.lines().toList());
            out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException lost) {
            throw new UncheckedIOException("The transcript could not be written", lost);
        }
    }
}
