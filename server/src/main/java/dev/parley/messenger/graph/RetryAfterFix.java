package dev.parley.messenger.graph;

import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.MessagingAccountsChanged;
import dev.parley.outbox.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Immediately retries messages that waited for a change of their account or token.
@Component
class RetryAfterFix {
    private final Outbox outbox;

    RetryAfterFix(Outbox outbox) {
        this.outbox = outbox;
    }

    @TransactionalEventListener
    void on(MessagingAccountsChanged change) {
        if (!change.pages().isEmpty()) {
            outbox.resume(FacebookChannel.KIND, change.pages());
        }
    }
}
