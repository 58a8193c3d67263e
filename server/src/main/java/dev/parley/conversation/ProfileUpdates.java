package dev.parley.conversation;

import dev.parley.customer.CustomerChanged;
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
        conversations
                .runningOf(change.id())
                .forEach(conversation ->
                        events.publishEvent(
                                new ConversationChanged(
                                        conversation.id(), conversation.agent(), true)));
    }
}
