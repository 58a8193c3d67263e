package dev.parley.contact.field;

import static dev.parley.platform.Columns.instant;

import dev.parley.contact.ContactKind;
import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The fields of contacts and of companies, in PostgreSQL, in their order.
@Repository
public class ContactFields {
    /// The maximum number of fields of a kind.
    public static final int MOST = 30;

    private static final String SELECT = "select * from contact_field";
    private static final String ORDER = " order by kind desc, position, id";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ContactFields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the fields of people, then those of companies}
    public List<ContactField> all() {
        return jdbc.sql(SELECT + ORDER).query(ContactFields::read).list();
    }

    public List<ContactField> of(ContactKind kind) {
        return jdbc.sql(SELECT + " where kind = :kind" + ORDER)
                .param("kind", kind.name())
                .query(ContactFields::read)
                .list();
    }

    public Optional<ContactField> byId(ContactFieldId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query(ContactFields::read)
                .optional();
    }

    /// Until the end of the transaction the fields stay as they are. Whoever also locks the names
    /// of companies locks them first, and contacts after both. Nobody waits for a field that is
    /// being deleted with many values: those who wait would use up the connections.
    ///
    /// @throws OptimisticLockingFailureException when a field is being changed
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep() {
        if (!jdbc.sql("select pg_try_advisory_xact_lock_shared(hashtext('parley.contact_field'))")
                .query(Boolean.class)
                .single()) {
            throw new OptimisticLockingFailureException("A field of contacts is being changed");
        }
    }

    static String json(List<FieldOption> options) {
        return JSON.writeValueAsString(options);
    }

    private static ContactField read(ResultSet row, int index) throws SQLException {
        return new ContactField(
                new ContactFieldId(row.getObject("id", UUID.class)),
                new ContactFieldDraft(
                        ContactKind.valueOf(row.getString("kind")),
                        row.getString("key"),
                        row.getString("english_name"),
                        row.getString("chinese_name"),
                        row.getString("english_help"),
                        row.getString("chinese_help"),
                        FieldType.valueOf(row.getString("type")),
                        row.getBoolean("required"),
                        row.getBoolean("at_desk"),
                        Arrays.asList(
                                JSON.readValue(row.getString("options"), FieldOption[].class))),
                instant(row, "created_at"),
                new UserId(row.getObject("created_by", UUID.class)),
                instant(row, "changed_at"),
                new UserId(row.getObject("changed_by", UUID.class)),
                row.getInt("revision"));
    }
}
