package dev.parley.conversation;

import dev.parley.customer.CustomerChanged;
import dev.parley.customer.CustomerId;
import dev.parley.customer.CustomerRecordChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Publishes changes of a customer's conversations when the customer changes, because they show the
/// customer's name.
@Component
class ProfileUpdates {
    private final Conversations conversations;
    private final ApplicationEventPublisher events;

    ProfileUpdates(Conversations conversations, ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.events = events;
    }

    @TransactionalEventListener
    void on(CustomerChanged change) {
        publishChanges(change.id());
    }

    @TransactionalEventListener
    void on(CustomerRecordChanged change) {
        publishChanges(change.id());
    }

    private void publishChanges(CustomerId customer) {
        conversations
                .runningOf(customer)
                .forEach(conversation ->
                        events.publishEvent(
                                new ConversationChanged(
                                        conversation.id(),
                                        conversation.agent(),
                                        conversation.details().participants(),
                                        true)));
    }
}
