package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.customer.Customers;
import dev.parley.inbox.EnvelopeErasure;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Erases the data of people who asked for it: what they wrote to an endpoint, the files with it,
/// their name, their picture, the internal notes about them, and why they were blocked. The
/// conversations, and what the company wrote to them, remain.
@Component
public class PersonErasure {
    private final MessageReceipts messageReceipts;
    private final Customers customers;
    private final Erasures erasures;
    private final CustomerBlocks blocks;
    private final EnvelopeErasure erasure;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonErasure(
            MessageReceipts messageReceipts,
            Customers customers,
            Erasures erasures,
            CustomerBlocks blocks,
            EnvelopeErasure erasure,
            ApplicationEventPublisher events,
            Clock clock) {
        this.messageReceipts = messageReceipts;
        this.customers = customers;
        this.erasures = erasures;
        this.blocks = blocks;
        this.erasure = erasure;
        this.events = events;
        this.clock = clock;
    }

    /// Erases the data of the person with this address. Idempotent.
    ///
    /// @return how many messages were erased
    @Transactional
    public int erase(Address address) {
        var conversations = messageReceipts.lockAllOf(address);
        var now = clock.instant();
        var erased = messageReceipts.erasedAll(conversations, now);
        erasures.add(conversations, now);
        blocks.eraseReasons(conversations);
        erased.forEach(one -> {
            if (one.channelMessageId() != null) {
                erasure.erase(address, one.channelMessageId());
            }
            events.publishEvent(new MessageErased(one.id()));
        });
        erasure.eraseAllOf(address);
        customers.erase(address);
        events.publishEvent(new PersonErased(conversations));
        conversations.forEach(id -> events.publishEvent(new ConversationChanged(id, null, true)));
        return erased.size();
    }
}
