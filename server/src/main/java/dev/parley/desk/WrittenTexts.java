package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a customer wrote that may contain an e-mail address or a telephone number. Reads the
/// messages of the conversation directly, as lists do.
@Repository
class WrittenTexts {
    private static final String WITH_DETAILS =
            """
            select text
              from (select text
                      from message
                     where conversation_id = :conversation and author = 'CUSTOMER'
                       and text is not null
                     order by sent_at desc, id desc
                     limit 200) latest
             where text ~ '[@＠]|[0-9０-９][0-9０-９ ()./-]{5}'
            """;

    private final JdbcClient jdbc;

    WrittenTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return such texts among the latest messages, the latest first}
    List<String> withDetails(ConversationId conversation) {
        return jdbc.sql(WITH_DETAILS)
                .param("conversation", conversation.value())
                .query((row, _) -> row.getString("text"))
                .list();
    }
}
