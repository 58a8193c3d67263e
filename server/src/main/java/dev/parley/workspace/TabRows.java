package dev.parley.workspace;

import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The database rows of tabs.
@Repository
class TabRows {
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtext('parley.tabs'), hashtext(:user::text))";

    private static final String OPEN =
            """
            select conversation_id from session_tab
             where user_id = :user and closed_at is null
             order by opened_at, conversation_id
            """;

    private static final String ACTIVE =
            """
            select conversation_id from session_tab
             where user_id = :user and active
             order by used_at desc
             limit 1
            """;

    private static final String NEWEST_CLOSED =
            """
            select conversation_id from session_tab
             where user_id = :user and closed_at is not null
             order by closed_at desc, conversation_id
            """;

    private static final String USE =
            """
            insert into session_tab (user_id, conversation_id, opened_at, used_at, active)
            values (:user, :conversation, :now, :now, true)
            on conflict (user_id, conversation_id) do update
               set used_at = :now, active = true, closed_at = null,
                   opened_at = case when session_tab.closed_at is null then session_tab.opened_at
                                    else :now end
            """;

    private static final String LEAVE =
            """
            update session_tab set active = false
             where user_id = :user and active and conversation_id <> all (:except)
            """;

    private static final String CLOSE =
            """
            update session_tab set closed_at = :now, active = false
             where user_id = :user and conversation_id = :conversation and closed_at is null
            """;

    private static final String DELETE =
            "delete from session_tab where user_id = :user and conversation_id = :conversation";

    /// Of those without a draft.
    private static final String CLOSE_LEAST_RECENTLY_USED =
            """
            update session_tab set closed_at = :now, active = false
             where user_id = :user
               and conversation_id =
                   (select t.conversation_id from session_tab t
                     where t.user_id = :user and t.closed_at is null
                       and t.conversation_id <> :conversation
                       and not exists (select from draft d
                                        where d.user_id = t.user_id
                                          and d.conversation_id = t.conversation_id)
                     order by t.used_at, t.conversation_id
                     limit 1)
            """;

    private static final String FORGET_CLOSED =
            """
            delete from session_tab
             where user_id = :user
               and conversation_id in (select conversation_id from session_tab
                                        where user_id = :user and closed_at is not null
                                        order by closed_at desc, conversation_id
                                       offset :most)
            """;

    private final JdbcClient jdbc;

    TabRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the end of the transaction, so that two windows of a user change them one by one.
    void lock(UserId user) {
        jdbc.sql(LOCK).param("user", user.value()).query((_, _) -> true).list();
    }

    List<ConversationId> open(UserId user) {
        return ids(OPEN, user);
    }

    List<ConversationId> active(UserId user) {
        return ids(ACTIVE, user);
    }

    /// {@return the closed ones that are still known, the one closed last first}
    List<ConversationId> closed(UserId user) {
        return ids(NEWEST_CLOSED, user);
    }

    /// Opens it or keeps it open, and makes it the active one.
    void use(UserId user, ConversationId conversation, Instant now) {
        bound(USE, user, conversation).param("now", utc(now)).update();
        leave(user, conversation.value());
    }

    /// None is active.
    void leave(UserId user, UUID... except) {
        jdbc.sql(LEAVE).param("user", user.value()).param("except", except).update();
    }

    /// {@return whether it was open}
    boolean close(UserId user, ConversationId conversation, Instant now) {
        return bound(CLOSE, user, conversation).param("now", utc(now)).update() == 1;
    }

    void delete(UserId user, ConversationId conversation) {
        bound(DELETE, user, conversation).update();
    }

    /// {@return whether there was one without a draft to close}
    ///
    /// @param except is not closed
    boolean closeLeastRecentlyUsed(UserId user, ConversationId except, Instant now) {
        return bound(CLOSE_LEAST_RECENTLY_USED, user, except).param("now", utc(now)).update() == 1;
    }

    void forgetClosed(UserId user, int most) {
        jdbc.sql(FORGET_CLOSED).param("user", user.value()).param("most", most).update();
    }

    private StatementSpec bound(String sql, UserId user, ConversationId conversation) {
        return jdbc.sql(sql)
                .param("user", user.value())
                .param("conversation", conversation.value());
    }

    private List<ConversationId> ids(String sql, UserId user) {
        return jdbc.sql(sql)
                .param("user", user.value())
                .query((row, _) -> new ConversationId(row.getObject("conversation_id", UUID.class)))
                .list();
    }
}
