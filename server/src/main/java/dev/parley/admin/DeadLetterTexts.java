package dev.parley.admin;

import dev.parley.admin.kit.Choice;
import dev.parley.admin.kit.Redacted;
import dev.parley.admin.view.DeadLettersView.Line;
import dev.parley.inbox.DeadLetter;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.platform.language.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells of dead letters as people would.
final class DeadLetterTexts {
    private final Texts t;
    private final Map<String, String> pageNames;

    DeadLetterTexts(Texts t, Map<String, String> pageNames) {
        this.t = t;
        this.pageNames = pageNames;
    }

    Line line(DeadLetter letter) {
        var page = Objects.requireNonNullElse(letter.endpoint(), "");
        return new Line(
                letter.id(),
                letter.receivedAt(),
                pageNames.getOrDefault(page, page),
                Objects.requireNonNullElse(letter.person(), ""),
                cause(letter.cause()),
                Redacted.text(letter.detail()),
                letter.tries(),
                size(letter.size()));
    }

    List<Choice> causes(@Nullable Cause chosen) {
        return Stream.of(Cause.values())
                .map(one -> new Choice(one.name(), cause(one), one == chosen))
                .toList();
    }

    String cause(Cause cause) {
        return switch (cause) {
            case NOT_JSON -> t.text("admin.deadLetters.notJson");
            case NOT_FOR_ENDPOINTS -> t.text("admin.deadLetters.notForPages");
            case UNKNOWN_ENDPOINT -> t.text("admin.deadLetters.unknownPage");
            case UNREADABLE -> t.text("admin.deadLetters.unreadable");
            case FAILED -> t.text("admin.deadLetters.failed");
        };
    }

    String next(Cause cause) {
        return switch (cause) {
            case NOT_JSON, UNREADABLE -> t.text("admin.deadLetters.unreadableNext");
            case NOT_FOR_ENDPOINTS -> t.text("admin.deadLetters.notForPagesNext");
            case UNKNOWN_ENDPOINT -> t.text("admin.deadLetters.unknownPageNext");
            case FAILED -> t.text("admin.deadLetters.failedNext");
        };
    }

    private String size(int bytes) {
        return bytes < 1_000
                ? t.text("admin.bytes", bytes)
                : t.text("admin.kilobytes", (bytes + 500) / 1_000);
    }
}
