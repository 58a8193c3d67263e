package dev.parley.desk;

import dev.parley.channel.ByChannel;
import dev.parley.channel.SenderActions;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Mentions;
import dev.parley.conversation.Participants;
import dev.parley.desk.ConversationAccess.Opened;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Marks the customer's messages as read by their agent, which is shown to the customer, and
/// mentions as read by whoever looks at the conversation.
@Component
class ReadMarks {
    private final Conversations conversations;
    private final Mentions mentions;
    private final ByChannel<SenderActions> senderActions;
    private final EventStreams eventStreams;
    private final Participants participants;

    ReadMarks(
            Conversations conversations,
            Mentions mentions,
            List<SenderActions> senderActions,
            EventStreams eventStreams,
            Participants participants) {
        this.conversations = conversations;
        this.mentions = mentions;
        this.senderActions = new ByChannel<>(senderActions);
        this.eventStreams = eventStreams;
        this.participants = participants;
    }

    /// The agent reads the newest message on this page. {@return whether all are read now}
    boolean read(Opened opened, UUID pageKey) {
        var conversation = opened.conversation();
        mentions.readIn(opened.me(), conversation.id());
        if (!ConversationAccess.mayActOn(opened.me(), conversation)) {
            if (participants.seen(conversation, opened.me().userId())) {
                eventStreams.read(opened.me(), pageKey);
            }
            return false;
        }
        if (conversations.seen(conversation.id())) {
            var to = conversation.details().address();
            senderActions.find(to.channel()).ifPresent(channel -> channel.seen(to));
            eventStreams.read(opened.me(), pageKey);
        }
        return true;
    }
}
