package dev.parley.conversation;

import dev.parley.channel.ByChannel;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.EndpointWarned;
import dev.parley.channel.EventReader;
import dev.parley.conversation.MessageReceipts.Receipt;
import dev.parley.inbox.Envelope;
import dev.parley.inbox.EnvelopeHandler;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Applies channel events to the conversations they belong to: messages, echoes and receipts in
/// sets, the others one by one. Runs inside the inbox's transaction.
@Component
class InboundEvents implements EnvelopeHandler {
    private final ByChannel<EventReader> readers;
    private final CustomerMessages customerMessages;
    private final EchoedMessages echoedMessages;
    private final MessageReceipts messageReceipts;
    private final SingleEvents singleEvents;
    private final ApplicationEventPublisher events;

    InboundEvents(
            List<EventReader> readers,
            CustomerMessages customerMessages,
            EchoedMessages echoedMessages,
            MessageReceipts messageReceipts,
            SingleEvents singleEvents,
            ApplicationEventPublisher events) {
        this.readers = new ByChannel<>(readers);
        this.customerMessages = customerMessages;
        this.echoedMessages = echoedMessages;
        this.messageReceipts = messageReceipts;
        this.singleEvents = singleEvents;
        this.events = events;
    }

    @Override
    public void receive(List<Envelope> envelopes) {
        var queues = new EventQueues();
        for (var envelope : envelopes) {
            var event = read(envelope);
            if (event instanceof EndpointWarned warned) {
                events.publishEvent(new EndpointNoticed(envelope.address().at(), warned));
            } else if (envelope.address().hasPerson()) {
                queues.add(envelope.address(), event);
            }
        }
        while (!queues.isEmpty()) {
            customerMessages.wrote(queues.takeMessages());
            echoedMessages.echoed(queues.takeEchoes());
            received(queues.takeReceipts());
            queues.takeOther().forEach(singleEvents::apply);
        }
    }

    private ChannelEvent read(Envelope envelope) {
        var reader = readers.of(envelope.address().channel());
        return reader.read(
                envelope.address(), envelope.kind(), envelope.payload(), envelope.occurredAt());
    }

    private void received(List<Receipt> receipts) {
        if (!receipts.isEmpty()) {
            messageReceipts
                    .apply(receipts)
                    .forEach(id -> events.publishEvent(new ConversationChanged(id, null, false)));
        }
    }
}
