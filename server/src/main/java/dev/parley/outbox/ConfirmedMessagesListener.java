package dev.parley.outbox;

import dev.parley.background.Pump;
import dev.parley.conversation.MessageConfirmed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Has the outbox delete messages that the channel echoed: they were sent, whatever the response to
/// Parley's own request.
@Component
class ConfirmedMessagesListener {
    private final ConfirmedMessages confirmedMessages;
    private final Pump confirmationsPump;

    ConfirmedMessagesListener(ConfirmedMessages confirmedMessages, Pump confirmationsPump) {
        this.confirmedMessages = confirmedMessages;
        this.confirmationsPump = confirmationsPump;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void take(MessageConfirmed confirmed) {
        confirmedMessages.add(confirmed.id());
        confirmationsPump.nudge();
    }
}
