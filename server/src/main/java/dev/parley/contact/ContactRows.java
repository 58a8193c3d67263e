package dev.parley.contact;

import static dev.parley.platform.Columns.instant;

import dev.parley.contact.Contact.Company;
import dev.parley.contact.field.StoredFieldValues;
import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads contacts from rows.
final class ContactRows {
    /// With the name of the company.
    static final String SELECT =
            """
            select c.*, o.name as company_name
              from contact c
              left join contact o on o.id = c.company_id
            """;

    private ContactRows() {}

    static Contact read(ResultSet row, int index) throws SQLException {
        return new Contact(
                new ContactId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                ContactKind.valueOf(row.getString("kind")),
                row.getString("name"),
                company(row),
                texts(row, "emails"),
                texts(row, "phones"),
                texts(row, "tags"),
                row.getString("notes"),
                instant(row, "created_at"),
                user(row, "created_by"),
                instant(row, "changed_at"),
                user(row, "changed_by"),
                row.getInt("revision"),
                StoredFieldValues.read(row));
    }

    private static @Nullable Company company(ResultSet row) throws SQLException {
        var id = row.getObject("company_id", UUID.class);
        return id == null ? null : new Company(new ContactId(id), row.getString("company_name"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static @Nullable UserId user(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new UserId(id);
    }
}
