package dev.parley.desk;

import dev.parley.conversation.Access;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Messages;
import dev.parley.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Notices a reply that crosses a message of the customer which its author has not seen.
@Component
class SendGuard {
    private final Access access;
    private final Messages messages;

    SendGuard(Access access, Messages messages) {
        this.access = access;
        this.messages = messages;
    }

    /// {@return whether the customer wrote after what the author has seen}
    ///
    /// @param seen the customer's newest message that the author has seen; null if that does not
    ///   matter
    boolean crosses(SignedIn me, ConversationId conversation, @Nullable MessageId seen) {
        return seen != null
                && access.read(conversation, me).isPresent()
                && messages.customerWroteAfter(conversation, seen);
    }
}
