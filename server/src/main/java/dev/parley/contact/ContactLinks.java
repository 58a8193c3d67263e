package dev.parley.contact;

import static dev.parley.platform.Columns.utc;

import dev.parley.contact.LinkChange.Gone;
import dev.parley.contact.LinkChange.Linked;
import dev.parley.contact.LinkChange.LinkedElsewhere;
import dev.parley.customer.CustomerErased;
import dev.parley.customer.CustomerId;
import dev.parley.customer.CustomerRecordChanged;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Which contact each customer is, in PostgreSQL. The link is of the customer, not of a
/// conversation: it holds for all of their conversations, past and future.
@Repository
public class ContactLinks {
    private static final String OF_CUSTOMER =
            ContactRows.SELECT
                    + """
                      join contact_link l on l.contact_id = c.id
                     where l.customer_id = :customer
                    """;

    private static final String LINK =
            """
            insert into contact_link (customer_id, contact_id, linked_at, linked_by)
            select :customer, id, :now, :by from contact where id = contact_now(:contact)
               for key share
            on conflict (customer_id) do nothing
            """;

    private static final String UNLINK =
            """
            delete from contact_link l
             using contact c
             where l.customer_id = :customer and l.contact_id = contact_now(:contact)
               and c.id = l.contact_id
            returning c.number
            """;

    /// Customers of the contact, and of the people of the company; also those of whom a
    /// conversation was moved to it.
    private static final String SHOWN_WITH =
            """
            select l.customer_id
              from (select customer_id, contact_id from contact_link
                     union all
                    select customer_id, contact_id from conversation_contact) as l
              join contact c on c.id = l.contact_id
             where c.id = :contact or c.company_id = :contact
             limit 1000
            """;

    /// The name was the person's own, given by the channel.
    private static final String FORGET_NAME =
            """
            update contact
               set name = null, name_key = null, name_of = null, changed_at = :now,
                   changed_by = null, revision = revision + 1
             where name_of = :customer
            """;

    private static final String FORGET_LINK =
            """
            delete from contact_link l
             using contact c
             where l.customer_id = :customer and c.id = l.contact_id
            returning c.number
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ContactLinks(JdbcClient jdbc, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// {@return the contact that this customer is linked to}
    public Optional<Contact> of(CustomerId customer) {
        return jdbc.sql(OF_CUSTOMER)
                .param("customer", customer.value())
                .query(ContactRows::read)
                .optional();
    }

    /// {@return the customers who are linked to one of these contacts, up to a limit}
    public List<CustomerId> customersOf(List<ContactId> contacts, int most) {
        return jdbc.sql(
                        """
                        select customer_id from contact_link where contact_id = any (:contacts)
                         limit :most
                        """)
                .param("contacts", contacts.stream().map(ContactId::value).toArray(UUID[]::new))
                .param("most", most)
                .query((row, _) -> new CustomerId(row.getObject("customer_id", UUID.class)))
                .list();
    }

    /// {@return the customers who are linked to this contact, the latest link first, up to a limit}
    public List<CustomerId> customersOf(ContactId contact, int most) {
        return jdbc.sql(
                        """
                        select customer_id from contact_link where contact_id = :contact
                         order by linked_at desc, customer_id limit :most
                        """)
                .param("contact", contact.value())
                .param("most", most)
                .query((row, _) -> new CustomerId(row.getObject("customer_id", UUID.class)))
                .list();
    }

    /// Links a customer who is not linked to another contact, or to the one that this was merged
    /// into. Idempotent.
    @Transactional
    public LinkChange link(CustomerId customer, ContactId contact, UserId by) {
        var added =
                jdbc.sql(LINK)
                        .param("customer", customer.value())
                        .param("contact", contact.value())
                        .param("now", utc(clock.instant()))
                        .param("by", by.value())
                        .update();
        var now = of(customer);
        if (added == 1) {
            audit.record(
                    by,
                    "customer.linked",
                    "customer/" + now.orElseThrow().number(),
                    Map.of(),
                    Map.of());
            events.publishEvent(new CustomerRecordChanged(customer));
            return new Linked(now.orElseThrow().id());
        }
        return now.<LinkChange>map(linked ->
                        linked.id().equals(contact) || isMergedInto(contact, linked)
                                ? new Linked(linked.id())
                                : new LinkedElsewhere(linked))
                .orElseGet(Gone::new);
    }

    private boolean isMergedInto(ContactId contact, Contact stayed) {
        return jdbc.sql("select contact_now(:contact) = :stayed")
                .param("contact", contact.value())
                .param("stayed", stayed.id().value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// Unlinks a customer from this contact, or from the one that it was merged into. Idempotent.
    @Transactional
    public void unlink(CustomerId customer, ContactId contact, UserId by) {
        jdbc.sql(UNLINK)
                .param("customer", customer.value())
                .param("contact", contact.value())
                .query(Long.class)
                .optional()
                .ifPresent(number -> {
                    audit.record(by, "customer.unlinked", "customer/" + number, Map.of(), Map.of());
                    events.publishEvent(new CustomerRecordChanged(customer));
                });
    }

    /// Two concurrent links of this customer happen one after the other.
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(CustomerId customer) {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtext('parley.contact_link'), hashtext(:customer))")
                .param("customer", customer.value().toString())
                .query((_, _) -> 1)
                .single();
    }

    /// {@return how many customers were unlinked}
    @Transactional(propagation = Propagation.MANDATORY)
    int removeAllOf(ContactId contact) {
        jdbc.sql("delete from conversation_contact where contact_id = :contact")
                .param("contact", contact.value())
                .update();
        return jdbc.sql("delete from contact_link where contact_id = :contact")
                .param("contact", contact.value())
                .update();
    }

    /// Pages that show customers of this contact show it as it is now.
    @Transactional(propagation = Propagation.MANDATORY)
    void publishChanges(ContactId contact) {
        jdbc.sql(SHOWN_WITH)
                .param("contact", contact.value())
                .query((row, _) -> new CustomerId(row.getObject("customer_id", UUID.class)))
                .list()
                .forEach(customer -> events.publishEvent(new CustomerRecordChanged(customer)));
    }

    /// In the transaction of the erasure: the record is the company's own and stays, without the
    /// link, and without a name that was only copied from the profile. A merge that is going on, or
    /// an undo of one, moves both to another contact, so this waits for it.
    @EventListener
    void on(CustomerErased erased) {
        CompanyLock.take(jdbc);
        jdbc.sql(FORGET_NAME)
                .param("customer", erased.id().value())
                .param("now", utc(clock.instant()))
                .update();
        jdbc.sql(FORGET_LINK)
                .param("customer", erased.id().value())
                .query(Long.class)
                .optional()
                .ifPresent(number ->
                        audit.record(
                                null,
                                "customer.unlinked",
                                "customer/" + number,
                                Map.of(),
                                Map.of()));
        jdbc.sql("delete from conversation_contact where customer_id = :customer")
                .param("customer", erased.id().value())
                .update();
        jdbc.sql(ContactMergeSql.FORGET_PERSON).param("customer", erased.id().value()).update();
    }
}
