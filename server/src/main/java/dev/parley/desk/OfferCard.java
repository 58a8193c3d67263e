package dev.parley.desk;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.ConversationId;
import dev.parley.desk.OfferFacts.Facts;
import dev.parley.desk.WorkRows.WorkRow;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.OfferView;
import dev.parley.desk.view.OfferView.Fact;
import dev.parley.desk.view.OfferView.Notification;
import dev.parley.platform.language.Keys;
import dev.parley.routing.OfferTerms;
import dev.parley.workstream.notification.NotificationContent;
import dev.parley.workstream.notification.NotificationField;
import dev.parley.workstream.notification.NotificationOccasion;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The card of one offer, assignment or consult, from what is known of it.
///
/// @param content of its notification template
/// @param endpoints the names of the endpoints
record OfferCard(
        DeskTexts w,
        Asked asked,
        WorkRow row,
        Facts facts,
        NotificationContent content,
        Map<Endpoint, String> endpoints) {
    OfferView view() {
        var isAssigned = asked.terms.automatic();
        return new OfferView(
                asked.id,
                asked.address,
                row.id(),
                asked.title,
                Worklist.name(w, row),
                mayKnow() ? Worklist.picture(row) : null,
                content.fields().contains(NotificationField.LAST_MESSAGE)
                        ? Worklist.preview(w, row, endpoints)
                        : "",
                Stream.concat(Stream.of(note()), content.fields().stream().map(this::fact))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList(),
                label(content.accept().in(w.texts().language()), isAssigned ? "open" : "accept"),
                decline(),
                asked.expiresAt,
                (int) Duration.between(asked.at, asked.expiresAt).toSeconds(),
                isAssigned,
                asked.mayDecline,
                new Notification(content.desktop(), content.sound()));
    }

    /// Who is asked for help does not know the customer yet.
    private boolean mayKnow() {
        return asked.terms.occasion() != NotificationOccasion.CONSULT;
    }

    private String decline() {
        if (asked.mayDecline) {
            return label(content.decline().in(w.texts().language()), "decline");
        }
        return asked.terms.automatic() ? w.text("missed.seen") : "";
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
            case QUEUE -> named(field, asked.queue);
            case REASON -> named(field, asked.reason);
            case WAITING ->
                    asked.terms.automatic() || !asked.terms.occasion().isOffer()
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

    /// What the agent is asked, or told.
    ///
    /// @param address to which the answer is sent
    /// @param mayDecline whether the agent can decline it now
    /// @param title what happened, as text before the customer's name
    /// @param queue in which it waited; null for none
    /// @param reason why this agent; null for none
    record Asked(
            UUID id,
            String address,
            ConversationId conversation,
            Instant at,
            Instant expiresAt,
            OfferTerms terms,
            boolean mayDecline,
            String title,
            @Nullable String queue,
            @Nullable String reason) {}
}
