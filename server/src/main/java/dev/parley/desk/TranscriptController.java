package dev.parley.desk;

import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.SignedIn;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Languages;
import dev.parley.platform.web.PageFrame;
import dev.parley.privacy.Transcripts;
import dev.parley.transcript.TranscriptPdf;
import dev.parley.transcript.TranscriptText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The transcript of a conversation as a download, in one of two formats and languages.
@Controller
class TranscriptController {
    /// A PDF is made in memory.
    private static final int MOST_AT_ONCE = 2;

    private static final int LONGEST_WAIT_SECONDS = 10;

    private final ConversationAccess access;
    private final TranscriptReader reader;
    private final Transcripts transcripts;
    private final Languages languages;
    private final Clock clock;
    private final Semaphore running = new Semaphore(MOST_AT_ONCE);

    TranscriptController(
            ConversationAccess access,
            TranscriptReader reader,
            Transcripts transcripts,
            Languages languages,
            Clock clock) {
        this.access = access;
        this.reader = reader;
        this.transcripts = transcripts;
        this.languages = languages;
        this.clock = clock;
    }

    /// Writes the transcript to the response; {@return the reason if there is none}
    ///
    /// @param format `pdf` or `txt`
    /// @param notes whether internal notes are included
    @GetMapping("/desk/conversations/{id}/transcript.{format:pdf|txt}")
    @Nullable ResponseEntity<String> download(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "false") boolean notes,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        var opened = access.open(id, me);
        if (!transcripts.mayDownload(opened.conversation(), me)) {
            return TextResponse.of(403, frame.text("transcript.notAllowed"));
        }
        var chosen = Language.tagged(language).orElse(frame.t().language());
        var file = Files.createTempFile("transcript", null);
        try {
            if (!made(words(frame, chosen), opened, format, notes, file)) {
                return TextResponse.of(503, frame.text("transcript.busy"));
            }
            send(file, opened.conversation().details().number(), format, response);
            return null;
        } finally {
            Files.delete(file);
        }
    }

    /// A download may be slow, so it starts when the file is complete, and others can be made.
    private boolean made(DeskTexts w, Opened opened, String format, boolean notes, Path file)
            throws IOException, InterruptedException {
        if (!running.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            return false;
        }
        try {
            make(w, opened, format, notes, file);
            return true;
        } finally {
            running.release();
        }
    }

    private void make(DeskTexts w, Opened opened, String format, boolean notes, Path file)
            throws IOException {
        var number = opened.conversation().details().number();
        transcripts.recordDownload(
                opened.conversation(),
                opened.me(),
                Map.of(
                        "name",
                        "#" + number,
                        "format",
                        format,
                        "language",
                        w.texts().tag(),
                        "internalNotes",
                        notes));
        var head = reader.head(w, opened);
        try (var entries = reader.entries(w, opened, notes);
                var output = new BufferedOutputStream(Files.newOutputStream(file))) {
            if (format.equals("pdf")) {
                TranscriptPdf.write(head, entries, output);
            } else {
                TranscriptText.write(head, entries, output);
            }
        }
    }

    private static void send(Path file, long number, String format, HttpServletResponse response)
            throws IOException {
        if (format.equals("pdf")) {
            response.setContentType("application/pdf");
        } else {
            response.setContentType("text/plain");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
        }
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"conversation-%d.%s\"".formatted(number, format));
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }

    private DeskTexts words(PageFrame frame, Language language) {
        var shown = DeskTexts.of(frame, clock.instant());
        return new DeskTexts(
                languages.texts(language, frame.t().zone()), shown.now(), shown.icons());
    }
}
