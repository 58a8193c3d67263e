package dev.parley.desk;

import dev.parley.channel.Endpoint;
import dev.parley.desk.OfferFacts.Facts;
import dev.parley.desk.WorkRows.WorkRow;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.OfferView;
import dev.parley.desk.view.OfferView.Fact;
import dev.parley.desk.view.OfferView.Kind;
import dev.parley.desk.view.OfferView.Notification;
import dev.parley.platform.language.Keys;
import dev.parley.workstream.notification.NotificationContent;
import dev.parley.workstream.notification.NotificationField;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The card of one offer, assignment or consult, from what is known of it.
///
/// @param content of its notification template
/// @param endpoints the names of the endpoints
record OfferCard(
        DeskTexts w,
        AgentNotification notification,
        WorkRow row,
        Facts facts,
        NotificationContent content,
        Map<Endpoint, String> endpoints) {
    OfferView view() {
        var isAssigned = notification.kind() == Kind.ASSIGNMENT;
        return new OfferView(
                notification.id(),
                notification.kind(),
                address(isAssigned ? "seen" : "accept"),
                address(isAssigned && !notification.mayDecline() ? "seen" : "decline"),
                row.id(),
                notification.title(),
                Worklist.name(w, row),
                mayKnow() ? Worklist.picture(row) : null,
                content.fields().contains(NotificationField.LAST_MESSAGE)
                        ? Worklist.preview(w, row, endpoints, false)
                        : "",
                Stream.concat(Stream.of(note()), content.fields().stream().map(this::fact))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList(),
                label(content.accept().in(w.texts().language()), isAssigned ? "open" : "accept"),
                decline(),
                notification.expiresAt(),
                (int) Duration.between(notification.at(), notification.expiresAt()).toSeconds(),
                notification.mayDecline(),
                new Notification(content.desktop(), content.sound()));
    }

    /// Who is asked for help does not know the customer yet.
    private boolean mayKnow() {
        return notification.kind() != Kind.CONSULT;
    }

    private String address(String answer) {
        var folder =
                switch (notification.kind()) {
                    case OFFER -> "offers";
                    case CONSULT -> "consults";
                    case ASSIGNMENT -> "assignments";
                };
        return "/desk/%s/%s/%s".formatted(folder, notification.id(), answer);
    }

    private String decline() {
        if (notification.mayDecline()) {
            return label(content.decline().in(w.texts().language()), "decline");
        }
        return notification.kind() == Kind.ASSIGNMENT ? w.text("missed.seen") : "";
    }

    private String label(String chosen, String usual) {
        return chosen.isEmpty() ? w.text("offer." + usual) : chosen;
    }

    private @Nullable Fact note() {
        return facts.note() == null
                ? null
                : new Fact(w.texts().text("consult.note"), facts.note(), null);
    }

    private @Nullable Fact fact(NotificationField field) {
        return switch (field) {
            case LAST_MESSAGE -> null;
            case CONTACT -> named(field, facts.contact());
            case COMPANY -> named(field, facts.company());
            case ENDPOINT -> named(field, endpoints.get(row.endpoint()));
            case WORKSTREAM -> named(field, facts.workstream());
            case QUEUE -> named(field, notification.queue());
            case REASON -> named(field, notification.reason());
            case WAITING ->
                    notification.kind() != Kind.OFFER
                            ? null
                            : new Fact(
                                    w.text("offer.field.waiting"), w.age(row.since()), row.since());
        };
    }

    private @Nullable Fact named(NotificationField field, @Nullable String value) {
        return value == null || value.isEmpty()
                ? null
                : new Fact(w.text("offer.field." + Keys.word(field.name())), value, null);
    }
}
