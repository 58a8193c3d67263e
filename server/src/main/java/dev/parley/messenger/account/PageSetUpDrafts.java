package dev.parley.messenger.account;

import static dev.parley.platform.Columns.utc;

import dev.parley.identity.UserId;
import dev.parley.platform.language.Language;
import dev.parley.workstream.AutomatedMessage;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.WorkstreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The unsaved choices of administrators in the wizard *Set up Facebook*. They are stored as long
/// as the drafts of accounts.
@Repository
public class PageSetUpDrafts {
    private static final String SAVE =
            """
            insert into page_set_up_draft
                   (owner, workstream_id, page_id, language, extended_window, customer_files,
                    agent_files, files_refused, files_refused_enabled, expires_at)
            values (:owner, :workstream, :page, :language, :extendedWindow, :customerFiles,
                    :agentFiles, :filesRefused, :filesRefusedEnabled, :until)
            on conflict (owner, workstream_id) do update
               set page_id = excluded.page_id, language = excluded.language,
                   extended_window = excluded.extended_window, customer_files = excluded.customer_files,
                   agent_files = excluded.agent_files, files_refused = excluded.files_refused,
                   files_refused_enabled = excluded.files_refused_enabled,
                   expires_at = excluded.expires_at
            """;

    private static final String OF =
            """
            select * from page_set_up_draft
             where owner = :owner and workstream_id = :workstream and expires_at > :now
            """;

    private static final String DISCARD =
            "delete from page_set_up_draft where owner = :owner and workstream_id = :workstream";

    private final JdbcClient jdbc;
    private final Clock clock;

    PageSetUpDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// {@return this user's choices for this workstream, unless they have expired}
    public Optional<PageSetUpDraft> of(WorkstreamId workstream, UserId owner) {
        return jdbc.sql(OF)
                .param("owner", owner.value())
                .param("workstream", workstream.value())
                .param("now", utc(clock.instant()))
                .query(PageSetUpDrafts::fromRow)
                .optional();
    }

    public void save(PageSetUpDraft draft) {
        var settings = draft.settings();
        var features = settings.features();
        jdbc.sql(SAVE)
                .param("owner", draft.owner().value())
                .param("workstream", draft.workstream().value())
                .param("page", draft.pageId())
                .param("language", settings.language().tag())
                .param("extendedWindow", features.extendedWindow())
                .param("customerFiles", features.customerFiles())
                .param("agentFiles", features.agentFiles())
                .param("filesRefused", settings.filesRefused().text())
                .param("filesRefusedEnabled", settings.filesRefused().enabled())
                .param("until", utc(clock.instant()).plus(AccountDrafts.LIFE))
                .update();
    }

    public void discard(PageSetUpDraft draft) {
        jdbc.sql(DISCARD)
                .param("owner", draft.owner().value())
                .param("workstream", draft.workstream().value())
                .update();
    }

    /// Deletes expired drafts.
    int deleteExpired() {
        return jdbc.sql("delete from page_set_up_draft where expires_at <= :now")
                .param("now", utc(clock.instant()))
                .update();
    }

    private static PageSetUpDraft fromRow(ResultSet row, int index) throws SQLException {
        return new PageSetUpDraft(
                new UserId(row.getObject("owner", UUID.class)),
                new WorkstreamId(row.getObject("workstream_id", UUID.class)),
                row.getString("page_id"),
                new InstanceSettings(
                        Language.tagged(row.getString("language")).orElse(Language.ENGLISH),
                        new InstanceFeatures(
                                row.getBoolean("extended_window"),
                                row.getBoolean("customer_files"),
                                row.getBoolean("agent_files")),
                        new AutomatedMessage(
                                row.getBoolean("files_refused_enabled"),
                                row.getString("files_refused"))));
    }
}
