package dev.parley.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.parley.channel.ChannelRules;
import dev.parley.channel.Channels;
import dev.parley.channel.Endpoint;
import dev.parley.channel.ReplyWindowState;
import dev.parley.workstream.EndpointHandling;
import dev.parley.workstream.Workstreams;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
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

    /// {@return for each of these conversations, what its reply window is at the time of asking}
    /// The settings are read now, with one query.
    public Map<ConversationId, Supplier<ReplyWindowState>> windowsOf(
            Collection<Conversation> conversations) {
        var handling =
                workstreams.handlingOf(
                        conversations.stream().map(ConversationRules::endpointOf).collect(toSet()));
        var windows = new HashMap<ConversationId, Supplier<ReplyWindowState>>();
        for (var one : conversations) {
            var endpoint = requireNonNull(handling.get(endpointOf(one)));
            windows.put(one.id(), () -> windowOf(one, endpoint));
        }
        return windows;
    }

    private static Endpoint endpointOf(Conversation conversation) {
        return conversation.details().address().at();
    }

    private ReplyWindowState windowOf(Conversation conversation, EndpointHandling handling) {
        var acted = conversation.details().lastCustomerActAt();
        return of(conversation)
                .replyWindow()
                .stateAt(clock.instant(), acted, handling.extendedWindow());
    }

    EndpointHandling handlingOf(Conversation conversation) {
        return workstreams.handlingOf(endpointOf(conversation));
    }

    /// {@return whether anything can be sent; false when the endpoint was removed}
    boolean hasEndpoint(Conversation conversation) {
        return channels.hasEndpoint(endpointOf(conversation));
    }
}
