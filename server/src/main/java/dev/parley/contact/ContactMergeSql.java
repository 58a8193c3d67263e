package dev.parley.contact;

import java.util.List;

/// The statements that merge contacts and undo it. A contact is remembered as its whole row.
final class ContactMergeSql {
    static final String NOW = "select contact_now(:id) as id";

    static final String IS_MERGED =
            """
            select exists (select 1 from contact_merge
                            where other_id = :other and contact_id = :kept)
            """;

    static final String COPIED_NAMES =
            "select id from contact where id in (:kept, :other) and name_of is not null";

    static final String REMEMBER =
            """
            insert into contact_merge (other_id, contact_id, merged_at, merged_by, other, kept,
                                       customers, conversations, people)
            select o.id, k.id, :now, :by, to_jsonb(o) - 'terms' - 'field_key', to_jsonb(k) - 'terms' - 'field_key',
                   array(select customer_id from contact_link where contact_id = o.id),
                   array(select conversation_id from conversation_contact where contact_id = o.id),
                   array(select id from contact where company_id = o.id)
              from contact k, contact o
             where k.id = :kept and o.id = :other
            """;

    static final String REMEMBER_RESULT =
            """
            update contact_merge m
               set merged = to_jsonb(c) - 'terms' - 'field_key'
              from contact c
             where m.other_id = :other and c.id = m.contact_id
            """;

    static final String MOVE_LINKS =
            "update contact_link set contact_id = :kept where contact_id = :other";

    static final String MOVE_CONVERSATIONS =
            "update conversation_contact set contact_id = :kept where contact_id = :other";

    static final String MOVE_PEOPLE =
            """
            update contact
               set company_id = :kept, changed_at = :now, changed_by = :by, revision = revision + 1
             where company_id = :other
            """;

    /// A name that was copied from a profile stays one, so that erasing the person reaches it.
    static final String SAVE =
            """
            update contact k
               set name = case when :otherName then o.name else k.name end,
                   name_key = case when :otherName then o.name_key else k.name_key end,
                   name_of = case when :otherName then o.name_of else k.name_of end,
                   company_id = case when :otherCompany then o.company_id else k.company_id end,
                   emails = :emails, phones = :phones, phone_keys = :phoneKeys, tags = :tags,
                   notes = :notes, field_values = :fieldValues::jsonb,
                   field_key = contact_field_key(:fieldValues::jsonb, :searchedFields),
                   changed_at = :now, changed_by = :by, revision = k.revision + 1
              from contact o
             where k.id = :kept and o.id = :other
            """;

    /// The last one first: merges into the same contact are undone in reverse order.
    static final String LAST =
            """
            select other_id, other ->> 'name' as other_name,
                   (other ->> 'number')::bigint as other_number, merged_at, merged_by
              from contact_merge
             where contact_id = :kept and merged_at > :after and other is not null
             order by merged_at desc, other_id desc
             limit 1
            """;

    /// The contact that stayed, as it was before the merge, and as it was afterwards; then the
    /// other one. Companies that were merged since are the ones that stayed.
    static final String REMEMBERED =
            """
            select c.*, o.name as company_name
              from contact_merge m
             cross join lateral (values (1, m.kept), (2, m.merged), (3, m.other)) as state (place, contact)
             cross join lateral jsonb_populate_record(
                       null::contact,
                       state.contact || jsonb_build_object(
                               'company_id',
                               contact_now((state.contact ->> 'company_id')::uuid))) as c
              left join contact o on o.id = c.company_id
             where m.other_id = :other and m.other is not null
             order by state.place
            """;

    static final String RESTORE_KEPT =
            """
            update contact c
               set name = case when :name then k.name else c.name end,
                   name_key = case when :name then k.name_key else c.name_key end,
                   name_of = case when :name then k.name_of else c.name_of end,
                   company_id = case when :company then contact_now(k.company_id)
                                     else c.company_id end,
                   emails = :emails, phones = :phones, phone_keys = :phoneKeys, tags = :tags,
                   notes = :notes, field_values = :fieldValues::jsonb,
                   field_key = contact_field_key(:fieldValues::jsonb, :searchedFields),
                   changed_at = :now, changed_by = :by, revision = c.revision + 1
              from contact_merge m, jsonb_populate_record(null::contact, m.kept) k
             where m.other_id = :other and c.id = m.contact_id
            """;

    static final String RESTORE_OTHER =
            """
            insert into contact (id, number, kind, name, name_key, name_of, company_id, emails, phones,
                                 phone_keys, tags, notes, field_values, field_key, created_at,
                                 created_by, changed_at, changed_by, revision)
            overriding system value
            select o.id, o.number, o.kind, o.name, o.name_key, o.name_of,
                   contact_now(o.company_id), o.emails, o.phones, o.phone_keys, o.tags, o.notes,
                   :fieldValues::jsonb, contact_field_key(:fieldValues::jsonb, :searchedFields),
                   o.created_at, o.created_by, :now, :by, o.revision + 1
              from contact_merge m, jsonb_populate_record(null::contact, m.other) o
             where m.other_id = :other
            """;

    private static final String RESTORE_LINKS =
            """
            update contact_link l
               set contact_id = m.other_id
              from contact_merge m
             where m.other_id = :other and l.contact_id = m.contact_id
               and l.customer_id = any (m.customers)
            """;

    private static final String RESTORE_CONVERSATIONS =
            """
            update conversation_contact c
               set contact_id = m.other_id
              from contact_merge m
             where m.other_id = :other and c.contact_id = m.contact_id
               and c.conversation_id = any (m.conversations)
            """;

    private static final String RESTORE_PEOPLE =
            """
            update contact c
               set company_id = m.other_id, changed_at = :now, changed_by = :by,
                   revision = c.revision + 1
              from contact_merge m
             where m.other_id = :other and c.company_id = m.contact_id and c.id = any (m.people)
            """;

    private static final String FORGET_MERGE = "delete from contact_merge where other_id = :other";

    /// In this order, after [#RESTORE_KEPT] and [#RESTORE_OTHER].
    static final List<String> RESTORE =
            List.of(RESTORE_LINKS, RESTORE_CONVERSATIONS, RESTORE_PEOPLE, FORGET_MERGE);

    /// What is only for an undo. The row stays, for links.
    static final String FORGET_OLD =
            """
            update contact_merge
               set other = null, kept = null, merged = null, customers = '{}',
                   conversations = '{}', people = '{}'
             where merged_at < :before and other is not null
            """;

    /// A name that was copied from the profile of this customer, in whichever state.
    static final String FORGET_PERSON =
            """
            with erased (nothing) as (
                values ('{"name": null, "name_key": null, "name_of": null}'::jsonb))
            update contact_merge
               set other = case when other ->> 'name_of' = :customer::text then other || nothing
                                else other end,
                   kept = case when kept ->> 'name_of' = :customer::text then kept || nothing
                               else kept end,
                   merged = case when merged ->> 'name_of' = :customer::text
                                 then merged || nothing else merged end,
                   customers = array_remove(customers, :customer)
              from erased
             where other is not null
               and (:customer = any (customers)
                    or :customer::text in (other ->> 'name_of', kept ->> 'name_of',
                                           merged ->> 'name_of'))
            """;

    /// All that was merged into a contact that is deleted, directly or not.
    static final String FORGET_CONTACT =
            """
            with recursive gone (id) as (
                select :id
                 union
                select m.other_id from gone join contact_merge m on m.contact_id = gone.id)
            delete from contact_merge where other_id in (select id from gone)
            """;

    private ContactMergeSql() {}
}
