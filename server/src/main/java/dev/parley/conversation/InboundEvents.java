package dev.parley.conversation;

import dev.parley.channel.ByChannel;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.EndpointWarned;
import dev.parley.channel.EventReader;
import dev.parley.inbox.Envelope;
import dev.parley.inbox.EnvelopeHandler;
import java.util.List;
import org.springframework.stereotype.Component;

/// Applies channel events to the conversations they belong to: messages, echoes and receipts in
/// sets, the others one by one. Runs inside the inbox's transaction.
@Component
class InboundEvents implements EnvelopeHandler {
    private final ByChannel<EventReader> readers;
    private final CustomerMessages customerMessages;
    private final EchoedMessages echoedMessages;
    private final MessageUpdates messageUpdates;
    private final OtherEvents otherEvents;

    InboundEvents(
            List<EventReader> readers,
            CustomerMessages customerMessages,
            EchoedMessages echoedMessages,
            MessageUpdates messageUpdates,
            OtherEvents otherEvents) {
        this.readers = new ByChannel<>(readers);
        this.customerMessages = customerMessages;
        this.echoedMessages = echoedMessages;
        this.messageUpdates = messageUpdates;
        this.otherEvents = otherEvents;
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
            customerMessages.store(queues.takeMessages());
            echoedMessages.store(queues.takeEchoes());
            messageUpdates.received(queues.takeReceipts());
            queues.takeOther().forEach(otherEvents::apply);
        }
    }

    private ChannelEvent read(Envelope envelope) {
        var reader = readers.of(envelope.address().channel());
        return reader.read(
                envelope.address(), envelope.kind(), envelope.payload(), envelope.occurredAt());
    }
}
