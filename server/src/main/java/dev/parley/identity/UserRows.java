package dev.parley.identity;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;

import dev.parley.platform.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Maps users to and from database rows.
final class UserRows {
    private UserRows() {}

    static User user(ResultSet row, int index) throws SQLException {
        return new User(
                new UserId(id(row, "id")),
                row.getString("sign_in_name"),
                row.getString("display_name"),
                roles(row),
                language(row),
                row.getBoolean("active"),
                row.getBoolean("must_change_password"),
                instant(row, "created_at"),
                by(row, "created_by"),
                instant(row, "changed_at"),
                by(row, "changed_by"),
                instantOrNull(row, "last_signed_in_at"),
                row.getInt("revision"));
    }

    static SignedIn signedIn(ResultSet row, int index) throws SQLException {
        return new SignedIn(
                new UserId(id(row, "id")),
                row.getString("sign_in_name"),
                row.getString("display_name"),
                roles(row),
                language(row),
                row.getBoolean("must_change_password"),
                row.getInt("epoch"));
    }

    static @Nullable UserId by(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new UserId(id);
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Map<String, Object> roles(Set<Role> roles) {
        return Map.of(
                "administrator", roles.contains(Role.ADMINISTRATOR),
                "supervisor", roles.contains(Role.SUPERVISOR),
                "agent", roles.contains(Role.AGENT));
    }

    static @Nullable String tag(@Nullable Language language) {
        return language == null ? null : language.tag();
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        if (row.getBoolean("administrator")) {
            roles.add(Role.ADMINISTRATOR);
        }
        if (row.getBoolean("supervisor")) {
            roles.add(Role.SUPERVISOR);
        }
        if (row.getBoolean("agent")) {
            roles.add(Role.AGENT);
        }
        return roles;
    }

    private static @Nullable Language language(ResultSet row) throws SQLException {
        var tag = row.getString("language");
        return tag == null ? null : Language.tagged(tag).orElse(null);
    }
}
