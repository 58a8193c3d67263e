package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.ByChannel;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.Acted;
import dev.parley.channel.ChannelEvent.Asks;
import dev.parley.channel.ChannelEvent.ChannelNotice;
import dev.parley.channel.ChannelEvent.ControlChanged;
import dev.parley.channel.ChannelEvent.Delivered;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.channel.ChannelEvent.Edited;
import dev.parley.channel.ChannelEvent.EndpointWarned;
import dev.parley.channel.ChannelEvent.Found;
import dev.parley.channel.ChannelEvent.Ignored;
import dev.parley.channel.ChannelEvent.Reacted;
import dev.parley.channel.ChannelEvent.Read;
import dev.parley.channel.ChannelEvent.ToAnotherApp;
import dev.parley.channel.ChannelEvent.Unsent;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.Content;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.channel.EventReader;
import dev.parley.conversation.ConversationLookup.Incoming;
import dev.parley.conversation.MessageReceipts.Receipt;
import dev.parley.conversation.SendConfirmations.Echo;
import dev.parley.inbox.Envelope;
import dev.parley.inbox.EnvelopeHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Applies channel events to the conversation they belong to, and starts one where none exists.
/// Runs inside the inbox's transaction.
@Component
class InboundEvents implements EnvelopeHandler {
    private final ByChannel<EventReader> readers;
    private final ConversationLookup conversationLookup;
    private final MessageReceipts messageReceipts;
    private final MessageUpdates messageUpdates;
    private final SendConfirmations sendConfirmations;
    private final Backfill backfill;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InboundEvents(
            List<EventReader> readers,
            ConversationLookup conversationLookup,
            MessageReceipts messageReceipts,
            MessageUpdates messageUpdates,
            SendConfirmations sendConfirmations,
            Backfill backfill,
            ApplicationEventPublisher events,
            Clock clock) {
        this.readers = new ByChannel<>(readers);
        this.conversationLookup = conversationLookup;
        this.messageReceipts = messageReceipts;
        this.messageUpdates = messageUpdates;
        this.sendConfirmations = sendConfirmations;
        this.backfill = backfill;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void receive(List<Envelope> envelopes) {
        var queues = new EventQueues();
        for (var envelope : envelopes) {
            var event = read(envelope);
            if (envelope.address().hasPerson() || event instanceof EndpointWarned) {
                queues.add(envelope.address(), event);
            }
        }
        while (!queues.isEmpty()) {
            wrote(queues.takeMessages());
            echoed(queues.takeEchoes());
            received(queues.takeReceipts());
            queues.takeOther().forEach((from, event) -> apply(from, event, false));
        }
    }

    private ChannelEvent read(Envelope envelope) {
        var reader = readers.of(envelope.address().channel());
        return reader.read(
                envelope.address(), envelope.kind(), envelope.payload(), envelope.occurredAt());
    }

    private void apply(Address from, ChannelEvent event, boolean toAnotherApp) {
        switch (event) {
            case Wrote wrote when toAnotherApp -> wroteToAnotherApp(from, wrote);
            case Wrote wrote -> wrote(Map.of(from, List.of(wrote)));
            case Acted acted -> acted(from, acted, toAnotherApp);
            case Echoed echoed when toAnotherApp -> echoedByAnotherApp(from, echoed);
            case Echoed echoed -> echoed(List.of(new Echo(from, echoed)));
            case Found found -> found(from, found);
            case Delivered _, Read _ -> received(Receipt.of(from, event).stream().toList());
            case Reacted reacted ->
                    messageUpdates.reacted(from, reacted, notLaterThanNow(reacted.at()));
            case Edited edited -> edited(from, edited, toAnotherApp);
            case Unsent unsent -> messageUpdates.unsent(from, unsent, notLaterThanNow(unsent.at()));
            case ControlChanged(var at, var handover) ->
                    conversationLookup.controlChanged(from, handover, notLaterThanNow(at));
            case ChannelNotice(var at, var text) ->
                    conversationLookup.channelNotice(from, text, notLaterThanNow(at));
            case ToAnotherApp(var inner) -> apply(from, inner, true);
            case EndpointWarned warned ->
                    events.publishEvent(new EndpointNoticed(from.at(), warned));
            case Ignored _ -> {}
        }
    }

    private void wrote(Map<Address, List<Wrote>> all) {
        var incoming = new LinkedHashMap<Incoming, Wrote>();
        all.forEach((from, some) ->
                some.forEach(wrote -> {
                    var message = message(wrote, MessageEffect.CUSTOMER_MESSAGE);
                    incoming.put(new Incoming(from, message), wrote);
                }));
        if (incoming.isEmpty()) {
            return;
        }
        var stored = conversationLookup.customersWrote(List.copyOf(incoming.keySet()));
        incoming.forEach((one, wrote) -> {
            var conversation = stored.get(one.message().id());
            wrote(one.from(), wrote, one.message(), conversation);
        });
    }

    private void wroteToAnotherApp(Address from, Wrote wrote) {
        var message = message(wrote, MessageEffect.TO_ANOTHER_APP);
        var conversation = conversationLookup.customerWroteToAnotherApp(from, message);
        wrote(from, wrote, message, conversation);
    }

    private NewMessage message(Wrote wrote, MessageEffect effect) {
        return NewMessage.fromCustomer(
                wrote.messageId(),
                wrote.content(),
                wrote.replyTo(),
                notLaterThanNow(wrote.at()),
                effect);
    }

    /// @param conversation where it was stored; null when it already was
    private void wrote(
            Address from, Wrote wrote, NewMessage message, @Nullable ConversationId conversation) {
        if (conversation == null) {
            messageUpdates.redelivered(from, wrote);
            return;
        }
        publishFiles(message, conversation, from);
        if (wrote.referral() != null) {
            var at = message.sentAt().minusMillis(1);
            conversationLookup.noted(from, line(wrote.referral(), null, at));
        }
    }

    /// An action in a conversation that another app controls requires nothing of Parley.
    private void acted(Address from, Acted acted, boolean toAnotherApp) {
        var at = notLaterThanNow(acted.at());
        var effect = toAnotherApp ? MessageEffect.TIMELINE_ONLY : effect(acted.asks());
        var message = NewMessage.fromCustomer(null, acted.content(), acted.about(), at, effect);
        if (effect == MessageEffect.TIMELINE_ONLY) {
            conversationLookup.noted(from, message);
        } else {
            conversationLookup.customerWrote(from, message);
        }
    }

    private static MessageEffect effect(Asks asks) {
        return switch (asks) {
            case NOTHING -> MessageEffect.TIMELINE_ONLY;
            case A_READER -> MessageEffect.ACT;
            case AN_ANSWER -> MessageEffect.CUSTOMER_MESSAGE;
        };
    }

    private void echoedByAnotherApp(Address to, Echoed echoed) {
        var by = echoed.by() == null ? Party.ANOTHER : echoed.by();
        var byAnother =
                new Echoed(
                        echoed.messageId(), echoed.at(), echoed.content(), echoed.reference(), by);
        if (!echoed(List.of(new Echo(to, byAnother))).isEmpty()) {
            conversationLookup.controlledElsewhere(to, notLaterThanNow(echoed.at()));
        }
    }

    /// {@return the conversations of those that were written outside Parley and not yet stored}
    private Map<MessageId, ConversationId> echoed(List<Echo> echoes) {
        var outside = echoes.isEmpty() ? List.<Echo>of() : sendConfirmations.confirm(echoes);
        if (outside.isEmpty()) {
            return Map.of();
        }
        var messages = outside.stream().map(this::message).toList();
        var stored = conversationLookup.noted(messages);
        for (var one : messages) {
            var conversation = stored.get(one.message().id());
            if (conversation != null) {
                publishFiles(one.message(), conversation, one.from());
            }
        }
        return stored;
    }

    private Incoming message(Echo echo) {
        var echoed = echo.echoed();
        return new Incoming(
                echo.to(),
                NewMessage.fromOutside(
                        echoed.messageId(),
                        echoed.content(),
                        notLaterThanNow(echoed.at()),
                        echoed.at(),
                        echoed.by()));
    }

    private void found(Address with, Found found) {
        var added = backfill.take(with, found);
        if (added != null) {
            publishFiles(added.message(), added.conversation(), with);
        }
    }

    private void received(List<Receipt> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        messageReceipts
                .apply(receipts)
                .forEach(id -> events.publishEvent(new ConversationChanged(id, null, false)));
    }

    /// An edit of a message that was never received is stored as the message.
    private void edited(Address from, Edited edited, boolean toAnotherApp) {
        if (!messageUpdates.edited(from, edited, notLaterThanNow(edited.at()))) {
            var content = new Content.Text(edited.text());
            var message =
                    edited.fromCompany()
                            ? new Echoed(edited.messageId(), edited.at(), content, null, null)
                            : new Wrote(edited.messageId(), edited.at(), content, null, null);
            apply(from, message, toAnotherApp);
            messageUpdates.firstReceivedAsEdit(from, edited);
        }
    }

    private static NewMessage line(Content content, @Nullable String about, Instant at) {
        return NewMessage.fromCustomer(null, content, about, at, MessageEffect.TIMELINE_ONLY);
    }

    private void publishFiles(NewMessage message, ConversationId conversation, Address with) {
        FilesReceived.of(message, conversation, with).ifPresent(events::publishEvent);
    }

    /// A channel's clock that is ahead must not place messages in the future.
    private Instant notLaterThanNow(Instant at) {
        var now = clock.instant();
        return at.isAfter(now) ? now : at;
    }
}
