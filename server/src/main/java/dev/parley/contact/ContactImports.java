package dev.parley.contact;

import dev.parley.contact.ContactCsv.Column;
import dev.parley.contact.ContactCsv.Content;
import dev.parley.contact.ImportResult.Effect;
import dev.parley.contact.field.ContactFields;
import dev.parley.identity.Audit;
import dev.parley.identity.SignedIn;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Exports all contacts as CSV, and imports them.
@Component
public class ContactImports {
    /// The maximum size of a file, in bytes.
    public static final int LARGEST = 2_000_000;

    /// The maximum number of rows of a file.
    public static final int ROWS = 2_000;

    private static final int PART = 1_000;

    private static final String AFTER =
            ContactRows.SELECT + " where c.id > :after order by c.id limit :most";

    private static final String CONCERNED =
            ContactRows.SELECT + " where c.number = any (:numbers) or c.emails && :emails::text[]";

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final ContactFields fields;
    private final Audit audit;

    ContactImports(JdbcClient jdbc, Contacts contacts, ContactFields fields, Audit audit) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.fields = fields;
        this.audit = audit;
    }

    /// Writes all contacts as CSV, in the order of their creation.
    public void export(Writer to, SignedIn me) throws IOException {
        ContactRights.mustManage(me);
        var rows = jdbc.sql("select count(*) from contact").query(Long.class).single();
        audit.record(me.userId(), "customer.exported", "customer", Map.of(), Map.of("rows", rows));
        var added = FieldColumns.of(fields.all());
        var csv = ContactCsv.writer(to, added);
        var part = part(new UUID(0, 0));
        while (!part.isEmpty()) {
            part.forEach(contact -> ContactCsv.write(csv, contact, added));
            part = part(part.getLast().id().value());
        }
        csv.flush();
    }

    /// {@return what an import of this file would do now}
    public ImportResult check(byte[] file, SignedIn me) {
        ContactRights.mustManage(me);
        return plan(file);
    }

    /// Imports the file, if it still does what was shown: rows with errors do nothing. {@return
    /// what it did}
    ///
    /// @param fingerprint of what was shown
    @Transactional
    public ImportResult importChecked(byte[] file, String fingerprint, SignedIn me) {
        ContactRights.mustManage(me);
        contacts.lockCompanies();
        var result = plan(file);
        if (!(result instanceof ImportResult.Rows plan)) {
            return result;
        }
        if (!plan.fingerprint().equals(fingerprint)) {
            return new ImportResult.Refused(ContactImportFlaw.NOT_CHECKED);
        }
        plan.rows().stream()
                .sorted(Comparator.comparing(ContactImports::isOfAPerson))
                .forEach(row -> apply(row.effect(), me));
        audit.record(
                me.userId(),
                "customer.imported",
                "customer",
                Map.of(),
                Map.of(
                        "created", plan.count(Effect.Creates.class),
                        "changed", plan.count(Effect.Changes.class)));
        return plan;
    }

    private void apply(Effect effect, SignedIn me) {
        switch (effect) {
            case Effect.Creates(var draft) -> contacts.create(draft, me.userId());
            case Effect.Changes(var contact, var draft, _) -> change(contact, draft, me);
            case Effect.Nothing _, Effect.Fails _, Effect.Invalid _ -> {}
        }
    }

    private void change(Contact contact, ContactDraft draft, SignedIn me) {
        var change = contacts.change(contact.id(), contact.revision(), draft, me.userId());
        if (!(change instanceof ContactChange.Done)) {
            throw new OptimisticLockingFailureException(
                    "Contact " + contact.id().value() + " changed during the import");
        }
    }

    /// Companies come first, or people of the same file would create them again.
    private static boolean isOfAPerson(ImportResult.Row row) {
        return !(row.effect() instanceof Effect.Creates(var draft)
                && draft.kind() == ContactKind.COMPANY);
    }

    private ImportResult plan(byte[] file) {
        if (file.length > LARGEST) {
            return new ImportResult.Refused(ContactImportFlaw.TOO_LARGE);
        }
        return switch (ContactCsv.read(file, ROWS)) {
            case Content.Unreadable(var flaw) -> new ImportResult.Refused(flaw);
            case Content.Rows(var rows) -> {
                var plan = new ContactImportPlanner(concerned(rows), FieldColumns.of(fields.all()));
                yield new ImportResult.Rows(
                        rows.stream()
                                .map(row ->
                                        new ImportResult.Row(
                                                row.line(),
                                                row.value(Column.NAME),
                                                plan.decide(row)))
                                .toList());
            }
        };
    }

    private List<Contact> concerned(List<ContactCsv.Row> rows) {
        return jdbc.sql(CONCERNED)
                .param("numbers", ContactImportPlanner.numbers(rows).toArray(Long[]::new))
                .param("emails", ContactImportPlanner.emails(rows).toArray(String[]::new))
                .query(ContactRows::read)
                .list();
    }

    private List<Contact> part(UUID after) {
        return jdbc.sql(AFTER)
                .param("after", after)
                .param("most", PART)
                .query(ContactRows::read)
                .list();
    }
}
