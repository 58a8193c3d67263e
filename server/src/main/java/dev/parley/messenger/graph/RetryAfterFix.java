package dev.parley.messenger.graph;

import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.MessagingAccountsChanged;
import dev.parley.outbox.BlockedSending;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Immediately retries messages that waited for a change of their account or token.
@Component
class RetryAfterFix {
    private final BlockedSending blockedSending;

    RetryAfterFix(BlockedSending blockedSending) {
        this.blockedSending = blockedSending;
    }

    @TransactionalEventListener
    void on(MessagingAccountsChanged change) {
        if (!change.pages().isEmpty()) {
            blockedSending.resume(FacebookChannel.KIND, change.pages());
        }
    }
}
