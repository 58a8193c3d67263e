package dev.parley.contact.field;

import dev.parley.contact.ContactKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes the values of fields: the columns `field_values` and `field_key` of `contact`.
@Repository
public class StoredFieldValues {
    private static final String COUNT =
            """
            select count(*) from contact
             where kind = :kind and jsonb_exists(field_values, :key)
            """;

    private static final String COUNT_OPTIONS =
            """
            select count(*) from contact
             where kind = :kind and field_values ->> :key = any (:options)
            """;

    private static final String REMOVE =
            """
            update contact
               set field_values = field_values - :key,
                   field_key = contact_field_key(field_values - :key, :texts)
             where kind = :kind and jsonb_exists(field_values, :key)
            """;

    private static final String REMOVE_OPTIONS =
            """
            update contact
               set field_values = field_values - :key
             where kind = :kind and field_values ->> :key = any (:options)
            """;

    /// Undoing a merge must not bring the values back, least of all under another field's name.
    private static final String FORGET_MERGED =
            """
            update contact_merge
               set other = other #- array['field_values', :key],
                   kept = kept #- array['field_values', :key],
                   merged = merged #- array['field_values', :key]
             where other ->> 'kind' = :kind
            """;

    private static final String FORGET_MERGED_OPTIONS =
            """
            update contact_merge
               set other = case when other #>> array['field_values', :key] = any (:options)
                                then other #- array['field_values', :key] else other end,
                   kept = case when kept #>> array['field_values', :key] = any (:options)
                               then kept #- array['field_values', :key] else kept end,
                   merged = case when merged #>> array['field_values', :key] = any (:options)
                                 then merged #- array['field_values', :key] else merged end
             where other ->> 'kind' = :kind
            """;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ContactFields fields;

    StoredFieldValues(JdbcClient jdbc, ContactFields fields) {
        this.jdbc = jdbc;
        this.fields = fields;
    }

    /// {@return the values of the contact in this row}
    public static FieldValues read(ResultSet row) throws SQLException {
        return new FieldValues(JSON.readValue(row.getString("field_values"), TEXTS));
    }

    /// Adds the parameters `fieldValues` and `searchedFields` of a statement that saves a contact.
    ///
    /// @throws OptimisticLockingFailureException if the fields have changed so that the values are
    ///   not valid any more
    @Transactional(propagation = Propagation.MANDATORY)
    public StatementSpec write(StatementSpec statement, ContactKind kind, FieldValues values) {
        fields.keep();
        var all = fields.of(kind);
        if (!FieldInput.of(values).values(all).equals(values)) {
            throw new OptimisticLockingFailureException(
                    "The fields of contacts were changed while one was saved");
        }
        return statement
                .param("fieldValues", JSON.writeValueAsString(new HashMap<>(values.byKey())))
                .param("searchedFields", searched(all));
    }

    /// As [ContactFields#keep].
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepFields() {
        fields.keep();
    }

    /// {@return how many contacts have a value of this field}
    public long count(ContactField field) {
        return ofField(COUNT, field).query(Long.class).single();
    }

    long count(ContactField field, Collection<String> options) {
        return ofField(COUNT_OPTIONS, field)
                .param("options", options.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(ContactField field) {
        ofField(REMOVE, field).param("texts", searched(fields.of(field.content().kind()))).update();
        ofField(FORGET_MERGED, field).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(ContactField field, Collection<String> options) {
        ofField(REMOVE_OPTIONS, field).param("options", options.toArray(String[]::new)).update();
        ofField(FORGET_MERGED_OPTIONS, field)
                .param("options", options.toArray(String[]::new))
                .update();
    }

    private StatementSpec ofField(String sql, ContactField field) {
        return jdbc.sql(sql).param("kind", field.content().kind().name()).param("key", field.key());
    }

    /// Contacts are found by their fields of one line.
    private static String[] searched(List<ContactField> all) {
        return all.stream()
                .filter(field -> field.type() == FieldType.TEXT)
                .map(ContactField::key)
                .toArray(String[]::new);
    }
}
