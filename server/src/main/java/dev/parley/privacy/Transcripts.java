package dev.parley.privacy;

import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation;
import dev.parley.identity.Audit;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who may download transcripts of conversations, and the record of who did.
@Repository
public class Transcripts {
    private static final String READ =
            "select access, changed_at, changed_by, revision from transcript_setting";

    private static final String CHANGE =
            """
            update transcript_setting
               set access = :access, changed_at = :now, changed_by = :by, revision = revision + 1
             where revision = :revision
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Transcripts(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return whether this user may download the transcript of this conversation}
    public boolean mayDownload(Conversation conversation, SignedIn me) {
        return Access.mayRead(conversation, me)
                && switch (setting().access()) {
                    case NOBODY -> false;
                    case SUPERVISORS -> Access.mayReadAll(me);
                    case READERS -> true;
                };
    }

    /// Records that the user downloads a transcript.
    ///
    /// @param details how, such as its format
    /// @throws AccessDeniedException if the user may not
    @Transactional
    public void recordDownload(Conversation conversation, SignedIn me, Map<String, ?> details) {
        if (!mayDownload(conversation, me)) {
            throw new AccessDeniedException(
                    "User %s may not download the transcript of conversation %s"
                            .formatted(me.userId(), conversation.id().value()));
        }
        audit.record(
                me.userId(),
                "conversation.exported",
                "conversation/" + conversation.id().value(),
                Map.of(),
                details);
    }

    public TranscriptSetting setting() {
        return jdbc.sql(READ).query((row, _) -> fromRow(row)).single();
    }

    /// Changes the setting, if it still has this revision. {@return whether it had}
    @Transactional
    public boolean change(SignedIn me, TranscriptAccess access, int revision) {
        if (!me.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException(
                    "User " + me.userId() + " may not change who downloads transcripts");
        }
        var before = setting().access();
        var changed =
                jdbc.sql(CHANGE)
                                .param("access", access.name())
                                .param("now", utc(clock.instant()))
                                .param("by", me.userId().value())
                                .param("revision", revision)
                                .update()
                        == 1;
        if (changed && before != access) {
            audit.record(
                    me.userId(),
                    "transcriptAccess.changed",
                    "transcript/setting",
                    Map.of("transcriptAccess", before.name()),
                    Map.of("transcriptAccess", access.name()));
        }
        return changed;
    }

    private static TranscriptSetting fromRow(ResultSet row) throws SQLException {
        var by = row.getObject("changed_by", UUID.class);
        return new TranscriptSetting(
                TranscriptAccess.valueOf(row.getString("access")),
                instantOrNull(row, "changed_at"),
                by == null ? null : new UserId(by),
                row.getInt("revision"));
    }
}
