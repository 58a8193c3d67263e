package dev.parley.desk;

import dev.parley.channel.EndpointNames.EndpointName;
import dev.parley.channel.ReplyWindowState;
import dev.parley.contact.ConversationContacts;
import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.ConversationRules;
import dev.parley.customer.Customer;
import dev.parley.customer.Customers;
import dev.parley.identity.SignedIn;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Opens a conversation for one user, or throws [ConversationUnavailable] if they may not read it.
@Component
class ConversationAccess {
    private final Access access;
    private final Customers customers;
    private final ConversationContacts contacts;
    private final ConversationRules rules;
    private final DisplayNames names;
    private final EventStreams eventStreams;

    ConversationAccess(
            Access access,
            Customers customers,
            ConversationContacts contacts,
            ConversationRules rules,
            DisplayNames names,
            EventStreams eventStreams) {
        this.access = access;
        this.customers = customers;
        this.contacts = contacts;
        this.rules = rules;
        this.names = names;
        this.eventStreams = eventStreams;
    }

    /// Opens it with the data that its screens show.
    Opened open(UUID id, SignedIn me) {
        return withData(require(id, me), me);
    }

    /// {@return it with the data that its screens show; empty if this user may not read it}
    Optional<Opened> find(UUID id, SignedIn me) {
        return look(new ConversationId(id), me).map(conversation -> withData(conversation, me));
    }

    private Opened withData(Conversation conversation, SignedIn me) {
        var customer = customers.byId(conversation.details().customer()).orElseThrow();
        var endpoint = names.ofEndpoint(conversation.details().address().at());
        return new Opened(
                conversation,
                customer,
                contacts.personName(conversation),
                endpoint,
                rules.windowOf(conversation),
                me);
    }

    /// The conversation without that data, for requests that show nothing of it.
    Conversation require(UUID id, SignedIn me) {
        var asked = new ConversationId(id);
        return look(asked, me).orElseThrow(() -> new ConversationUnavailable(asked));
    }

    /// A user without access also gets no more events of it.
    private Optional<Conversation> look(ConversationId id, SignedIn me) {
        var found = access.read(id, me);
        if (found.isPresent()) {
            eventStreams.subscribe(me, id);
        } else {
            eventStreams.unsubscribe(me, id);
        }
        return found;
    }

    /// {@return whether it is assigned to this user, who may also act on it}
    static boolean mayActOn(SignedIn me, Conversation conversation) {
        return Access.mayAct(me) && me.userId().equals(conversation.agent());
    }

    /// A conversation opened by a user.
    ///
    /// @param recordedName the name on record of the person that the customer is linked to; null
    ///   for none
    /// @param endpoint to which the customer writes
    record Opened(
            Conversation conversation,
            Customer customer,
            @Nullable String recordedName,
            EndpointName endpoint,
            ReplyWindowState window,
            SignedIn me) {
        /// {@return the name on record, or else the one from the channel; null for neither}
        @Nullable String customerName() {
            return recordedName == null ? customer.name() : recordedName;
        }

        boolean mine() {
            return me.userId().equals(conversation.agent());
        }

        /// Whether this user may do more than read.
        boolean mayAct() {
            return Access.mayAct(me);
        }

        /// Whether it is active and assigned to this user.
        boolean mayWrite() {
            return mayAct() && mine() && conversation.state() == State.ACTIVE;
        }
    }
}
