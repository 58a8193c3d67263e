package dev.parley.contact;

import static dev.parley.platform.Columns.utc;

import dev.parley.contact.LinkChange.Gone;
import dev.parley.contact.LinkChange.Linked;
import dev.parley.contact.LinkChange.LinkedElsewhere;
import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.customer.CustomerRecordChanged;
import dev.parley.identity.Audit;
import dev.parley.identity.SignedIn;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which contact a conversation is with, in PostgreSQL: the one that its customer is linked to,
/// unless somebody moved this one conversation to another contact, because somebody else wrote from
/// the same profile.
@Repository
public class ConversationContacts {
    private static final String OF =
            """
            select c.*, o.name as company_name,
                   exists (select 1 from conversation_contact
                            where conversation_id = :conversation) as is_moved
              from contact c
              left join contact o on o.id = c.company_id
             where c.id = coalesce(
                       (select contact_id from conversation_contact
                         where conversation_id = :conversation),
                       (select contact_id from contact_link where customer_id = :customer))
            """;

    private static final String MOVED_TO =
            ContactRows.SELECT
                    + """
                      join conversation_contact m on m.contact_id = c.id
                     where m.conversation_id = :conversation
                    """;

    private static final String MOVE =
            """
            insert into conversation_contact (conversation_id, customer_id, contact_id, moved_at,
                                              moved_by)
            select :conversation, :customer, id, :now, :by
              from contact where id = contact_now(:contact) for key share
                on conflict (conversation_id) do nothing
            """;

    private static final String MOVE_BACK =
            """
            delete from conversation_contact m
             using contact c
             where m.conversation_id = :conversation and m.contact_id = contact_now(:contact)
               and c.id = m.contact_id
            returning c.number
            """;

    private final JdbcClient jdbc;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConversationContacts(
            JdbcClient jdbc,
            Access access,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// {@return the contact that this conversation is with}
    public Optional<With> of(Conversation conversation) {
        return jdbc.sql(OF)
                .param("conversation", conversation.id().value())
                .param("customer", conversation.details().customer().value())
                .query((row, index) ->
                        new With(ContactRows.read(row, index), row.getBoolean("is_moved")))
                .optional();
    }

    /// {@return the name of the person whom this conversation is with; null for none, and for a
    /// company}
    public @Nullable String personName(Conversation conversation) {
        return of(conversation)
                .map(With::contact)
                .filter(contact -> contact.kind() == ContactKind.PERSON)
                .map(Contact::name)
                .orElse(null);
    }

    /// {@return the contact that this one conversation was moved to}
    public Optional<Contact> movedTo(ConversationId conversation) {
        return jdbc.sql(MOVED_TO)
                .param("conversation", conversation.value())
                .query(ContactRows::read)
                .optional();
    }

    /// Moves a conversation that was not moved to another contact yet. Idempotent.
    ///
    /// @throws AccessDeniedException when this user may not read the conversation
    @Transactional
    public LinkChange move(ConversationId id, ContactId contact, SignedIn me) {
        var conversation = readable(id, me);
        var added =
                jdbc.sql(MOVE)
                        .param("conversation", id.value())
                        .param("customer", conversation.details().customer().value())
                        .param("contact", contact.value())
                        .param("now", utc(clock.instant()))
                        .param("by", me.userId().value())
                        .update();
        var now = movedTo(id);
        if (added == 1) {
            record(me, "customer.conversationMoved", now.orElseThrow().number(), conversation);
            return new Linked(now.orElseThrow().id());
        }
        return now.<LinkChange>map(moved ->
                        moved.id().equals(contact)
                                ? new Linked(contact)
                                : new LinkedElsewhere(moved))
                .orElseGet(Gone::new);
    }

    /// Undoes moving a conversation to this contact. Idempotent.
    ///
    /// @throws AccessDeniedException when this user may not read the conversation
    @Transactional
    public void moveBack(ConversationId id, ContactId contact, SignedIn me) {
        var conversation = readable(id, me);
        jdbc.sql(MOVE_BACK)
                .param("conversation", id.value())
                .param("contact", contact.value())
                .query(Long.class)
                .optional()
                .ifPresent(number ->
                        record(me, "customer.conversationMovedBack", number, conversation));
    }

    /// {@return the latest conversations that were moved to this contact, up to a limit}
    List<ConversationId> movedTo(ContactId contact, int most) {
        return jdbc.sql(
                        """
                        select conversation_id from conversation_contact
                         where contact_id = :contact order by conversation_id desc limit :most
                        """)
                .param("contact", contact.value())
                .param("most", most)
                .query((row, _) -> new ConversationId(row.getObject("conversation_id", UUID.class)))
                .list();
    }

    /// {@return which of these conversations were moved to a contact}
    Set<ConversationId> moved(Collection<ConversationId> conversations) {
        return jdbc
                .sql(
                        """
                        select conversation_id from conversation_contact
                         where conversation_id = any (:conversations)
                        """)
                .param(
                        "conversations",
                        conversations.stream().map(ConversationId::value).toArray(UUID[]::new))
                .query((row, _) -> new ConversationId(row.getObject("conversation_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private Conversation readable(ConversationId id, SignedIn me) {
        return access.read(id, me)
                .orElseThrow(() ->
                        new AccessDeniedException(
                                "User %s may not read conversation %s".formatted(me.userId(), id)));
    }

    private void record(SignedIn me, String action, long contact, Conversation conversation) {
        audit.record(
                me.userId(),
                action,
                "customer/" + contact,
                Map.of(),
                Map.of("conversation", conversation.details().number()));
        events.publishEvent(new CustomerRecordChanged(conversation.details().customer()));
    }

    /// The contact that a conversation is with.
    ///
    /// @param isMoved whether only this conversation of the customer was moved to it
    public record With(Contact contact, boolean isMoved) {}
}
