package dev.parley.conversation;

import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// When the persons of conversations were erased. What was typed about them before that must not be
/// stored afterwards.
@Repository
public class Erasures {
    private final JdbcClient jdbc;

    Erasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return when the person of this conversation was erased} Nobody is erased in it until this
    /// transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> lastOf(ConversationId id) {
        return jdbc.sql("select erased_at from conversation where id = :id for key share")
                .param("id", id.value())
                .query((row, _) -> Optional.ofNullable(instantOrNull(row, "erased_at")))
                .optional()
                .flatMap(found -> found);
    }

    void add(Collection<ConversationId> conversations, Instant at) {
        jdbc.sql("update conversation set erased_at = :at where id = any (:ids)")
                .param("at", utc(at))
                .param(
                        "ids",
                        conversations.stream().map(ConversationId::value).toArray(UUID[]::new))
                .update();
    }
}
