package dev.parley.admin;

import dev.parley.admin.kit.FailedEventTexts;
import dev.parley.admin.kit.Redacted;
import dev.parley.admin.kit.SelectOption;
import dev.parley.admin.view.DeadLettersView.Line;
import dev.parley.channel.Endpoint;
import dev.parley.channel.EndpointNames.EndpointName;
import dev.parley.inbox.DeadLetter;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.platform.language.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Describes failed events.
final class DeadLetterTexts {
    private final Texts t;
    private final Map<Endpoint, EndpointName> endpoints;

    DeadLetterTexts(Texts t, Map<Endpoint, EndpointName> endpoints) {
        this.t = t;
        this.endpoints = endpoints;
    }

    Line line(DeadLetter letter) {
        return new Line(
                letter.id(),
                letter.receivedAt(),
                letter.at().map(this::nameOf).orElse(""),
                Objects.requireNonNullElse(letter.person(), ""),
                cause(letter.cause()),
                Redacted.text(letter.detail()),
                letter.tries(),
                size(letter.size()));
    }

    private String nameOf(Endpoint endpoint) {
        var known = endpoints.get(endpoint);
        return known == null ? endpoint.id() : known.name();
    }

    List<SelectOption> causes(@Nullable Cause chosen) {
        return Stream.of(Cause.values())
                .map(one -> new SelectOption(one.name(), cause(one), one == chosen))
                .toList();
    }

    String cause(Cause cause) {
        return switch (cause) {
            case NOT_JSON -> t.text("admin.deadLetters.notJson");
            case NOT_FOR_ENDPOINTS -> t.text("admin.deadLetters.notForEndpoints");
            case UNKNOWN_ENDPOINT -> t.text("admin.deadLetters.unknownEndpoint");
            case UNREADABLE -> t.text("admin.deadLetters.unreadable");
            case FAILED -> t.text("admin.deadLetters.failed");
        };
    }

    String next(Cause cause, FailedEventTexts ofChannel) {
        return switch (cause) {
            case NOT_JSON, UNREADABLE -> ofChannel.unreadable();
            case NOT_FOR_ENDPOINTS -> ofChannel.notForEndpoints();
            case UNKNOWN_ENDPOINT -> ofChannel.unknownEndpoint();
            case FAILED -> t.text("admin.deadLetters.failedNext");
        };
    }

    static FailedEventTexts ofAnyChannel(Texts t) {
        return new FailedEventTexts(
                t.text("admin.deadLetters.unreadableNext"),
                t.text("admin.deadLetters.notForEndpointsNext"),
                t.text("admin.deadLetters.unknownEndpointNext"));
    }

    private String size(int bytes) {
        return bytes < 1_000
                ? t.text("admin.bytes", bytes)
                : t.text("admin.kilobytes", (bytes + 500) / 1_000);
    }
}
