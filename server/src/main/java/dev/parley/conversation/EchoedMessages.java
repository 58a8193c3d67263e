package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.conversation.SendConfirmations.Echo;
import java.util.List;
import org.springframework.stereotype.Component;

/// Stores echoes: confirms Parley's own messages, and adds those that were written outside Parley.
@Component
class EchoedMessages {
    private final SendConfirmations sendConfirmations;
    private final ReceivedMessages receivedMessages;
    private final ControlChanges controlChanges;
    private final ChannelTime channelTime;

    EchoedMessages(
            SendConfirmations sendConfirmations,
            ReceivedMessages receivedMessages,
            ControlChanges controlChanges,
            ChannelTime channelTime) {
        this.sendConfirmations = sendConfirmations;
        this.receivedMessages = receivedMessages;
        this.controlChanges = controlChanges;
        this.channelTime = channelTime;
    }

    /// {@return whether any was written outside Parley and not yet stored}
    boolean store(List<Echo> echoes) {
        var outside = echoes.isEmpty() ? List.<Echo>of() : sendConfirmations.confirm(echoes);
        return !outside.isEmpty()
                && !receivedMessages.noted(outside.stream().map(this::message).toList()).isEmpty();
    }

    /// Another app controls the conversation, and answers in it.
    void storeOfAnotherApp(Address to, Echoed echoed) {
        var by = echoed.by() == null ? Party.ANOTHER : echoed.by();
        var byAnother =
                new Echoed(
                        echoed.messageId(), echoed.at(), echoed.content(), echoed.reference(), by);
        if (store(List.of(new Echo(to, byAnother)))) {
            controlChanges.controlledElsewhere(to, channelTime.notLaterThanNow(echoed.at()));
        }
    }

    private InboundMessage message(Echo echo) {
        var echoed = echo.echoed();
        return new InboundMessage(
                echo.to(),
                NewMessage.fromOutside(
                        echoed.messageId(),
                        echoed.content(),
                        channelTime.notLaterThanNow(echoed.at()),
                        echoed.at(),
                        echoed.by()));
    }
}
