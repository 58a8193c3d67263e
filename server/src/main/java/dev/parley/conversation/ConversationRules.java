package dev.parley.conversation;

import dev.parley.channel.ChannelRules;
import dev.parley.channel.Channels;
import dev.parley.channel.ReplyWindowState;
import dev.parley.workstream.EndpointHandling;
import dev.parley.workstream.Workstreams;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// What may be done in a conversation: what its channel allows, and the settings of its endpoint in
/// a workstream.
@Component
public class ConversationRules {
    private final Channels channels;
    private final Workstreams workstreams;
    private final Clock clock;

    ConversationRules(Channels channels, Workstreams workstreams, Clock clock) {
        this.channels = channels;
        this.workstreams = workstreams;
        this.clock = clock;
    }

    /// {@return what the channel of this conversation allows}
    public ChannelRules of(Conversation conversation) {
        return channels.rulesOf(conversation.details().address().channel());
    }

    /// {@return the reply window of this conversation, now}
    public ReplyWindowState windowOf(Conversation conversation) {
        return windowOf(conversation, handlingOf(conversation));
    }

    /// {@return the reply window of this conversation, now}
    ///
    /// @param handling how its endpoint is handled
    public ReplyWindowState windowOf(Conversation conversation, EndpointHandling handling) {
        var acted = conversation.details().lastCustomerActAt();
        return of(conversation)
                .replyWindow()
                .stateAt(clock.instant(), acted, handling.extendedWindow());
    }

    EndpointHandling handlingOf(Conversation conversation) {
        return workstreams.handlingOf(conversation.details().address().at());
    }

    /// {@return whether anything can be sent; false when the endpoint was removed}
    boolean hasEndpoint(Conversation conversation) {
        return channels.hasEndpoint(conversation.details().address().at());
    }
}
