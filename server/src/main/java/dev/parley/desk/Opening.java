package dev.parley.desk;

import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.ConversationId;
import dev.parley.customer.Customer;
import dev.parley.customer.Customers;
import dev.parley.identity.SignedIn;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Opens a conversation for one user: lets them in, or says that there is none.
@Component
class Opening {
    private final Access access;
    private final Customers customers;
    private final Doorbell doorbell;

    Opening(Access access, Customers customers, Doorbell doorbell) {
        this.access = access;
        this.customers = customers;
        this.doorbell = doorbell;
    }

    Opened open(UUID id, SignedIn me) {
        var conversation =
                access.read(new ConversationId(id), me)
                        .orElseThrow(() -> new NotLetIn(new ConversationId(id)));
        doorbell.letIn(me, conversation.id());
        var customer = customers.byId(conversation.talk().customer()).orElseThrow();
        return new Opened(conversation, customer, me);
    }

    /// A conversation in front of a user.
    record Opened(Conversation conversation, Customer customer, SignedIn me) {
        boolean mine() {
            return me.userId().equals(conversation.agent());
        }

        /// Whether this user holds it and it is active.
        boolean mayWrite() {
            return mine() && conversation.state() == State.ACTIVE;
        }
    }
}
