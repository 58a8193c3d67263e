package dev.parley.outbox;

import dev.parley.conversation.MessageConfirmed;
import dev.parley.work.Pump;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The channel echoed a message: it was sent, whatever the result of Parley's own request.
@Component
class SendConfirmationListener {
    private final ConfirmedMessages confirmedMessages;
    private final Pump confirmationsPump;

    SendConfirmationListener(ConfirmedMessages confirmedMessages, Pump confirmationsPump) {
        this.confirmedMessages = confirmedMessages;
        this.confirmationsPump = confirmationsPump;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MessageConfirmed confirmed) {
        confirmedMessages.add(confirmed.id());
        confirmationsPump.nudge();
    }
}
