package dev.parley.conversation;

import static dev.parley.platform.Columns.utc;

import dev.parley.identity.UserId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Take-overs that the former agent has not seen, in PostgreSQL.
@Repository
class TakeOverRows {
    private static final String ADD =
            """
            insert into take_over (conversation_id, former_agent, taken_by, taken_at)
            values (:conversation, :former, :by, :now)
            on conflict (former_agent, conversation_id)
            do update set taken_by = excluded.taken_by, taken_at = excluded.taken_at
            """;

    private static final String DELETE =
            """
            delete from take_over where former_agent = :former and conversation_id = :conversation
            """;

    private final JdbcClient jdbc;

    TakeOverRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ConversationId conversation, UserId former, UserId by, Instant now) {
        jdbc.sql(ADD)
                .param("conversation", conversation.value())
                .param("former", former.value())
                .param("by", by.value())
                .param("now", utc(now))
                .update();
    }

    /// {@return whether there was one}
    boolean delete(UserId former, ConversationId conversation) {
        return jdbc.sql(DELETE)
                        .param("former", former.value())
                        .param("conversation", conversation.value())
                        .update()
                > 0;
    }

    /// {@return whether there was any}
    boolean delete(UserId former) {
        return jdbc.sql("delete from take_over where former_agent = :former")
                        .param("former", former.value())
                        .update()
                > 0;
    }
}
