package dev.parley.desk;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Messages;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.web.PageFrame;
import dev.parley.routing.OfferId;
import dev.parley.routing.Offers;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Explains the current state of a conversation to a user who acted on an outdated one. The
/// assigned agent is shown only to users who recently had access, or to whom it was offered.
@Component
class ConflictTexts {
    private final Conversations conversations;
    private final Messages messages;
    private final Offers offers;
    private final EventStreams eventStreams;
    private final DisplayNames names;

    ConflictTexts(
            Conversations conversations,
            Messages messages,
            Offers offers,
            EventStreams eventStreams,
            DisplayNames names) {
        this.conversations = conversations;
        this.messages = messages;
        this.offers = offers;
        this.eventStreams = eventStreams;
        this.names = names;
    }

    /// {@return one sentence; empty when this user may not know}
    Optional<String> of(PageFrame frame, SignedIn me, ConversationId id) {
        return eventStreams.recentlyOpened(me, id)
                ? conversations.byId(id).map(found -> words(frame, me, found))
                : Optional.empty();
    }

    Optional<String> ofMessage(PageFrame frame, SignedIn me, UUID message) {
        return messages.byId(new MessageId(message))
                .flatMap(found -> of(frame, me, found.conversation()));
    }

    String ofOffer(PageFrame frame, SignedIn me, UUID offer) {
        return offers.madeTo(me.userId(), new OfferId(offer))
                .flatMap(conversations::byId)
                .map(found ->
                        found instanceof Conversation.Open
                                ? frame.text("desk.refused.offer")
                                : words(frame, me, found))
                .orElseGet(() -> frame.text("desk.offer.gone"));
    }

    private String words(PageFrame frame, SignedIn me, Conversation conversation) {
        return switch (conversation) {
            case Conversation.Open _ -> frame.text("desk.shut.open");
            case Conversation.Closing _, Conversation.Closed _ -> frame.text("desk.refused.ended");
            case Conversation.Active active ->
                    held(frame, me, active.agent(), "desk.refused.yours");
            case Conversation.WrapUp wrapUp -> held(frame, me, wrapUp.agent(), "desk.shut.wrap-up");
            case Conversation.Waiting waiting -> {
                var agent = waiting.agent();
                yield agent == null
                        ? frame.text("desk.shut.waiting")
                        : held(frame, me, agent, "desk.shut.waiting");
            }
        };
    }

    private String held(PageFrame frame, SignedIn me, UserId agent, String mine) {
        if (agent.equals(me.userId())) {
            return frame.text(mine);
        }
        var name = names.ofUsers(Stream.of(agent)).get(agent);
        return name == null
                ? frame.text("desk.shut.others")
                : frame.text("desk.refused.taken", name);
    }
}
