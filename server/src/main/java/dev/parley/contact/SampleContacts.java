package dev.parley.contact;

import dev.parley.customer.CustomerId;
import dev.parley.identity.UserId;
import dev.parley.platform.ColumnArrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores contacts that were made up, with their links, in sets.
@Repository
public class SampleContacts {
    /// Between values in one text: none of them contains it.
    private static final String SEPARATOR = "|";

    private static final String ADD =
            """
            insert into contact (id, kind, name, name_key, name_of, company_id, emails, phones,
                                 phone_keys, tags, notes, created_at, created_by, changed_at,
                                 changed_by)
            select id, kind, name, name_key, name_of, company, string_to_array(emails, '|'),
                   string_to_array(phones, '|'), string_to_array(phone_keys, '|'),
                   string_to_array(tags, '|'), notes, created_at, :by, created_at, :by
              from unnest(:ids::uuid[], :kinds::text[], :names::text[], :nameKeys::text[],
                          :namesOf::uuid[], :companies::uuid[], :emails::text[], :phones::text[],
                          :phoneKeys::text[], :tags::text[], :notes::text[],
                          :createdAts::timestamptz[])
                   with ordinality
                   as given (id, kind, name, name_key, name_of, company, emails, phones, phone_keys,
                             tags, notes, created_at, place)
             order by place
            """;

    private static final String LINK =
            """
            insert into contact_link (customer_id, contact_id, linked_at, linked_by)
            select customer, contact, created_at, :by
              from unnest(:customers::uuid[], :contacts::uuid[], :createdAts::timestamptz[])
                   as given (customer, contact, created_at)
            """;

    private final JdbcClient jdbc;

    SampleContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds these contacts, and links the customers who they are.
    ///
    /// @param by who created all of them
    @Transactional
    public void add(List<SampleContact> all, UserId by) {
        new ColumnArrays<>(all)
                .uuids("ids", one -> one.id().value())
                .texts("kinds", one -> one.draft().kind().name())
                .texts("names", one -> one.draft().name())
                .texts("nameKeys", one -> ContactKeys.ofName(one.draft().name()))
                .uuids("namesOf", one -> value(one.nameOf()))
                .uuids("companies", one -> one.company() == null ? null : one.company().value())
                .texts("emails", one -> joined(one.draft().emails()))
                .texts("phones", one -> joined(one.draft().phones()))
                .texts("phoneKeys", one -> joined(ContactKeys.ofPhones(one.draft().phones())))
                .texts("tags", one -> joined(one.draft().tags()))
                .texts("notes", one -> one.draft().notes())
                .times("createdAts", SampleContact::createdAt)
                .in(jdbc.sql(ADD))
                .param("by", by.value())
                .update();
        link(all, by);
    }

    private void link(List<SampleContact> all, UserId by) {
        var links =
                all.stream()
                        .flatMap(one ->
                                one.customers().stream().map(customer -> new Link(customer, one)))
                        .toList();
        new ColumnArrays<>(links)
                .uuids("customers", link -> link.customer.value())
                .uuids("contacts", link -> link.contact.id().value())
                .times("createdAts", link -> link.contact.createdAt())
                .in(jdbc.sql(LINK))
                .param("by", by.value())
                .update();
    }

    private static String joined(List<String> values) {
        return String.join(SEPARATOR, values);
    }

    private static @Nullable UUID value(@Nullable CustomerId customer) {
        return customer == null ? null : customer.value();
    }

    private record Link(CustomerId customer, SampleContact contact) {}
}
