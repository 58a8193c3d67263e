package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent.Acted;
import dev.parley.channel.ChannelEvent.Asks;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Stores what customers write, and their actions that belong in the timeline.
@Component
class CustomerMessages {
    private final ReceivedMessages receivedMessages;
    private final MessageUpdates messageUpdates;
    private final ChannelTime channelTime;

    CustomerMessages(
            ReceivedMessages receivedMessages,
            MessageUpdates messageUpdates,
            ChannelTime channelTime) {
        this.receivedMessages = receivedMessages;
        this.messageUpdates = messageUpdates;
        this.channelTime = channelTime;
    }

    void store(Map<Address, List<Wrote>> all) {
        var received = new LinkedHashMap<InboundMessage, Wrote>();
        all.forEach((from, some) ->
                some.forEach(wrote -> {
                    var message = message(wrote, MessageEffect.CUSTOMER_MESSAGE);
                    received.put(new InboundMessage(from, message), wrote);
                }));
        if (received.isEmpty()) {
            return;
        }
        var stored = receivedMessages.customersWrote(List.copyOf(received.keySet()));
        received.forEach((one, wrote) -> followUp(one, wrote, stored.get(one.message().id())));
    }

    void storeToAnotherApp(Address from, Wrote wrote) {
        var message = message(wrote, MessageEffect.TO_ANOTHER_APP);
        var conversation = receivedMessages.customerWroteToAnotherApp(from, message);
        followUp(new InboundMessage(from, message), wrote, conversation);
    }

    private NewMessage message(Wrote wrote, MessageEffect effect) {
        return NewMessage.fromCustomer(
                wrote.messageId(),
                wrote.content(),
                wrote.replyTo(),
                channelTime.notLaterThanNow(wrote.at()),
                effect);
    }

    /// @param conversation where the message was stored; null when it already was
    private void followUp(InboundMessage one, Wrote wrote, @Nullable ConversationId conversation) {
        if (conversation == null) {
            messageUpdates.redelivered(one.with(), wrote);
        } else if (wrote.referral() != null) {
            addReferral(one, wrote.referral());
        }
    }

    private void addReferral(InboundMessage one, Content.Act referral) {
        var at = one.message().sentAt().minusMillis(1);
        receivedMessages.noted(
                one.with(),
                NewMessage.fromCustomer(null, referral, null, at, MessageEffect.TIMELINE_ONLY));
    }

    void storeAction(Address from, Acted acted) {
        storeAction(from, acted, effect(acted.asks()));
    }

    /// An action in a conversation that another app controls requires nothing of Parley.
    void storeActionInAnotherApp(Address from, Acted acted) {
        storeAction(from, acted, MessageEffect.TIMELINE_ONLY);
    }

    private void storeAction(Address from, Acted acted, MessageEffect effect) {
        var at = channelTime.notLaterThanNow(acted.at());
        var message = NewMessage.fromCustomer(null, acted.content(), acted.about(), at, effect);
        if (effect == MessageEffect.TIMELINE_ONLY) {
            receivedMessages.noted(from, message);
        } else {
            receivedMessages.customerWrote(from, message);
        }
    }

    private static MessageEffect effect(Asks asks) {
        return switch (asks) {
            case NOTHING -> MessageEffect.TIMELINE_ONLY;
            case A_READER -> MessageEffect.ACT;
            case AN_ANSWER -> MessageEffect.CUSTOMER_MESSAGE;
        };
    }
}
