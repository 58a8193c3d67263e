package dev.parley.desk;

import dev.parley.channel.EndpointNames.EndpointName;
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
class ConversationAccess {
    private final Access access;
    private final Customers customers;
    private final DisplayNames names;
    private final EventStreams eventStreams;

    ConversationAccess(
            Access access, Customers customers, DisplayNames names, EventStreams eventStreams) {
        this.access = access;
        this.customers = customers;
        this.names = names;
        this.eventStreams = eventStreams;
    }

    /// Opens it with what its screens show.
    Opened open(UUID id, SignedIn me) {
        var conversation = enter(id, me);
        var customer = customers.byId(conversation.talk().customer()).orElseThrow();
        var endpoint = names.ofEndpoint(conversation.talk().address().at());
        return new Opened(conversation, customer, endpoint, me);
    }

    /// The conversation alone, for what shows nothing of it.
    Conversation enter(UUID id, SignedIn me) {
        var conversation =
                access.read(new ConversationId(id), me)
                        .orElseThrow(() -> refused(new ConversationId(id), me));
        eventStreams.letIn(me, conversation.id());
        return conversation;
    }

    /// {@return whether this user holds it and may do anything but read}
    static boolean mayServe(SignedIn me, Conversation conversation) {
        return Access.mayAct(me) && me.userId().equals(conversation.agent());
    }

    /// Who is let in no more hears of it no more either.
    private ConversationUnavailable refused(ConversationId id, SignedIn me) {
        eventStreams.keepOut(me, id);
        return new ConversationUnavailable(id);
    }

    /// A conversation in front of a user.
    ///
    /// @param endpoint what the customer writes to
    record Opened(
            Conversation conversation, Customer customer, EndpointName endpoint, SignedIn me) {
        boolean mine() {
            return me.userId().equals(conversation.agent());
        }

        /// Whether this user may do anything at all, besides reading.
        boolean mayAct() {
            return Access.mayAct(me);
        }

        /// Whether this user holds it and it is active.
        boolean mayWrite() {
            return mayAct() && mine() && conversation.state() == State.ACTIVE;
        }
    }
}
