package dev.parley.conversation;

import dev.parley.workstream.DispositionCodeId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The disposition codes of conversations, in PostgreSQL.
@Repository
class DispositionRows {
    private static final String OF_ALL =
            """
            select id, disposition_code
              from conversation
             where id = any (:ids) and disposition_code is not null
            """;

    private final JdbcClient jdbc;

    DispositionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DispositionCodeId> of(ConversationId id) {
        return Optional.ofNullable(of(List.of(id)).get(id));
    }

    Map<ConversationId, DispositionCodeId> of(Collection<ConversationId> ids) {
        return jdbc
                .sql(OF_ALL)
                .param("ids", ids.stream().map(ConversationId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        Map.entry(
                                new ConversationId(row.getObject("id", UUID.class)),
                                new DispositionCodeId(
                                        row.getObject("disposition_code", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void set(ConversationId id, @Nullable DispositionCodeId code) {
        jdbc.sql("update conversation set disposition_code = :code where id = :id")
                .param("id", id.value())
                .param("code", code == null ? null : code.value())
                .update();
    }
}
