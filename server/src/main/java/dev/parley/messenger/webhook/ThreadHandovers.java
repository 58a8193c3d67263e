package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.WebhookItem.text;

import dev.parley.channel.Address;
import dev.parley.channel.Content.Handover;
import dev.parley.channel.Content.Move;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.platform.StorableText;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads which app controls a thread. See
/// https://developers.facebook.com/docs/messenger-platform/reference/webhook-events See
/// https://developers.facebook.com/docs/messenger-platform/handover-protocol
final class ThreadHandovers {
    /// Meta's own inboxes, where people of the company write: the ids of the page inbox, as it is
    /// and as Meta's documentation prints it, and of the Instagram inbox. See
    /// https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
    private static final Set<String> INBOXES =
            Set.of("263902037430900", "26390203743090", "1217981644879628");

    private ThreadHandovers() {}

    /// @param ours our app's id, if the page is in an account of ours
    static Handover passed(JsonNode event, Optional<String> ours) {
        return handover(Move.PASSED, event, ours);
    }

    static Handover taken(JsonNode event, Optional<String> ours) {
        return handover(Move.TAKEN, event, ours);
    }

    static Handover requested(JsonNode event, Optional<String> ours) {
        return new Handover(
                Move.REQUESTED, null, party(text(event.path("requested_owner_app_id")), ours));
    }

    private static Handover handover(Move move, JsonNode event, Optional<String> ours) {
        return new Handover(
                move,
                party(text(event.path("previous_owner_app_id")), ours),
                party(text(event.path("new_owner_app_id")), ours));
    }

    /// {@return the party that this app is; null if none is named}
    static @Nullable Party party(@Nullable String app, Optional<String> ours) {
        if (app == null || app.isBlank()) {
            return null;
        }
        if (app.equals(ours.orElse(null))) {
            return Party.PARLEY;
        }
        return INBOXES.contains(app)
                ? Party.INBOX
                : new Party(Party.Kind.APP, StorableText.shortened(app, Address.LONGEST_ID));
    }
}
