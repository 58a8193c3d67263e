package dev.parley.desk;

import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Messages;
import dev.parley.conversation.Participants;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.web.PageFrame;
import dev.parley.routing.OfferId;
import dev.parley.routing.Offers;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Explains the state of a conversation to a user whose action does not fit it. It is shown only to
/// users who may read it or recently opened it, or to whom it was offered.
@Component
class ConflictTexts {
    private static final String TAKEN = "desk.refused.taken";
    private static final String ASSIGNED = "desk.refused.assigned";

    private final Conversations conversations;
    private final Messages messages;
    private final Offers offers;
    private final EventStreams eventStreams;
    private final DisplayNames names;
    private final Participants participants;

    ConflictTexts(
            Conversations conversations,
            Messages messages,
            Offers offers,
            EventStreams eventStreams,
            DisplayNames names,
            Participants participants) {
        this.conversations = conversations;
        this.messages = messages;
        this.offers = offers;
        this.eventStreams = eventStreams;
        this.names = names;
        this.participants = participants;
    }

    /// {@return one sentence; empty when this user may not know}
    Optional<String> of(PageFrame frame, SignedIn me, ConversationId id) {
        return whyLeft(frame, me, id).or(() -> find(me, id).map(found -> words(frame, me, found)));
    }

    /// {@return one sentence if a colleague asked the user into it, who is no longer in it}
    Optional<String> whyLeft(PageFrame frame, SignedIn me, ConversationId id) {
        return conversations
                .byId(id)
                .filter(found -> hasLeft(found, me))
                .map(_ -> frame.text("consult.left"));
    }

    /// {@return one sentence, or that the user may not know}
    String orUnavailable(PageFrame frame, SignedIn me, ConversationId id) {
        return of(frame, me, id).orElseGet(() -> frame.text("desk.refused.notOpen"));
    }

    /// In an agent's own conversation it is the message that has changed.
    String ofMessage(PageFrame frame, SignedIn me, UUID message) {
        return messages.byId(new MessageId(message))
                .flatMap(found -> find(me, found.conversation()))
                .map(found ->
                        found instanceof Conversation.Active active
                                        && active.agent().equals(me.userId())
                                ? frame.text("desk.failed.409")
                                : words(frame, me, found))
                .orElseGet(() -> frame.text("desk.refused.notOpen"));
    }

    private Optional<Conversation> find(SignedIn me, ConversationId id) {
        return conversations.byId(id).filter(found -> isKnown(found, me));
    }

    private boolean isKnown(Conversation conversation, SignedIn me) {
        return Access.mayRead(conversation, me)
                || eventStreams.recentlyOpened(me, conversation.id());
    }

    /// {@return whether a colleague asked the user into it, who is no longer in it}
    private boolean hasLeft(Conversation conversation, SignedIn me) {
        return !Access.mayRead(conversation, me) && participants.hasLeft(conversation, me.userId());
    }

    String ofOffer(PageFrame frame, SignedIn me, UUID offer) {
        return offers.madeTo(me.userId(), new OfferId(offer))
                .flatMap(conversations::byId)
                .map(found ->
                        found instanceof Conversation.Open
                                ? frame.text("desk.refused.offer")
                                : words(frame, me, found, TAKEN))
                .orElseGet(() -> frame.text("desk.offer.gone"));
    }

    private String words(PageFrame frame, SignedIn me, Conversation conversation) {
        return words(
                frame,
                me,
                conversation,
                eventStreams.recentlyOpened(me, conversation.id()) ? TAKEN : ASSIGNED);
    }

    /// @param others the text that names another agent
    private String words(PageFrame frame, SignedIn me, Conversation conversation, String others) {
        if (!Access.mayAct(me)) {
            return frame.text("desk.shut.reader");
        }
        return switch (conversation) {
            case Conversation.Open _ -> frame.text("desk.shut.open");
            case Conversation.Closing _, Conversation.Closed _ -> frame.text("desk.refused.ended");
            case Conversation.Active active ->
                    held(frame, me, active.agent(), "desk.refused.yours", others);
            case Conversation.WrapUp wrapUp ->
                    held(frame, me, wrapUp.agent(), "desk.shut.wrap-up", others);
            case Conversation.Waiting waiting -> {
                var agent = waiting.agent();
                yield agent == null
                        ? frame.text("desk.shut.waiting")
                        : held(frame, me, agent, "desk.shut.waiting", others);
            }
        };
    }

    private String held(PageFrame frame, SignedIn me, UserId agent, String mine, String others) {
        if (agent.equals(me.userId())) {
            return frame.text(mine);
        }
        var name = names.ofUsers(Stream.of(agent)).get(agent);
        return name == null ? frame.text("desk.shut.others") : frame.text(others, name);
    }
}
