package dev.parley.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Finds active users by their names, in PostgreSQL, for a user who writes to them.
@Repository
public class Colleagues {
    private static final String SELECT =
            """
            select u.id, u.display_name, u.sign_in_name,
                   exists (select 1 from user_account o
                            where o.active and o.id <> u.id
                              and lower(u.display_name) in (lower(o.display_name),
                                                            lower(o.sign_in_name)))
                       as shares_name
              from user_account u
             where u.active and u.id <> :me
               and (u.administrator and :administrators or u.supervisor and :supervisors
                    or u.agent and :agents or u.id = any (:others))
            """;

    private static final String BY_NAME =
            SELECT
                    + """
                       and (strpos(lower(u.display_name), lower(:typed)) > 0
                            or strpos(lower(u.sign_in_name), lower(:typed)) > 0)
                     order by strpos(lower(u.display_name), lower(:typed)) <> 1,
                              lower(u.display_name), u.id
                     limit :limit
                    """;

    private static final String NAMED_IN =
            SELECT
                    + """
                       and (strpos(lower(:text), '@' || lower(u.display_name)) > 0
                            or strpos(lower(:text), '@' || lower(u.sign_in_name)) > 0)
                     order by u.id
                     limit :limit
                    """;

    private final JdbcClient jdbc;

    Colleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the users with this text in one of their names, those first whose name starts with
    /// it}
    public List<Colleague> byName(Audience audience, String typed, int limit) {
        return among(jdbc.sql(BY_NAME), audience, limit)
                .param("typed", typed)
                .query(Colleagues::row)
                .list();
    }

    /// {@return the users one of whose names occurs in this text after an `@`}
    public List<Colleague> namedIn(Audience audience, String text, int limit) {
        return among(jdbc.sql(NAMED_IN), audience, limit)
                .param("text", text)
                .query(Colleagues::row)
                .list();
    }

    private static StatementSpec among(StatementSpec statement, Audience audience, int limit) {
        return statement
                .param("me", audience.me().value())
                .param("administrators", audience.roles().contains(Role.ADMINISTRATOR))
                .param("supervisors", audience.roles().contains(Role.SUPERVISOR))
                .param("agents", audience.roles().contains(Role.AGENT))
                .param("others", audience.others().stream().map(UserId::value).toArray(UUID[]::new))
                .param("limit", limit);
    }

    private static Colleague row(ResultSet row, int index) throws SQLException {
        return new Colleague(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("display_name"),
                row.getString("sign_in_name"),
                row.getBoolean("shares_name"));
    }

    /// Whom a user writes to.
    ///
    /// @param me who writes, and is not one of them
    /// @param roles everybody with one of these roles
    /// @param others and these users
    public record Audience(UserId me, Set<Role> roles, Set<UserId> others) {
        public Audience {
            roles = Set.copyOf(roles);
            others = Set.copyOf(others);
        }
    }
}
