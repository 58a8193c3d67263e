package dev.parley.privacy;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.identity.Audit;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.platform.StorableText;
import dev.parley.platform.language.Language;
import dev.parley.privacy.MonitoringChange.Conflict;
import dev.parley.privacy.MonitoringChange.Done;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The monitoring notices, the last of which counts, and who acknowledged which. Earlier ones and
/// their acknowledgements are kept.
@Repository
public class MonitoringNotices {
    private static final String LAST =
            "select * from monitoring_notice order by number desc limit 1";

    private static final String DUTY =
            """
            select exists (select 1 from monitoring_acknowledgement a
                            where a.user_id = :user and a.notice_id = n.id) as acknowledged,
                   exists (select 1 from monitoring_acknowledgement a
                            where a.user_id = :user)
                   or n.published_at > :signedInAt as may_go_on
              from (
            """
                    + LAST
                    + """
                            ) n
                     where n.text_en <> ''
                    """;

    private static final String PUBLISH =
            """
            insert into monitoring_notice (id, number, text_en, text_zh, published_at, published_by)
            values (:id, :number, :english, :chinese, :now, :by)
            on conflict (number) do nothing
            """;

    private static final String ACKNOWLEDGE =
            """
            insert into monitoring_acknowledgement (id, notice_id, user_id, language, acknowledged_at)
            select :id, id, :user, :language, :now from monitoring_notice
             where id = :notice and number = (select max(number) from monitoring_notice)
            on conflict (user_id, notice_id) do nothing
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    MonitoringNotices(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return the last notice, which may be without text}
    public Optional<MonitoringNotice> last() {
        return jdbc.sql(LAST).query((row, _) -> fromRow(row)).optional();
    }

    public Optional<MonitoringNotice> byId(SignedIn me, UUID id) {
        mustAdminister(me);
        return jdbc.sql("select * from monitoring_notice where id = :id")
                .param("id", id)
                .query((row, _) -> fromRow(row))
                .optional();
    }

    /// {@return what this agent still has to do before they work at the desk}
    ///
    /// @param signedInAt when, or a little earlier
    public Duty dutyOf(SignedIn me, Instant signedInAt) {
        if (!me.is(Role.AGENT)) {
            return Duty.NONE;
        }
        return jdbc.sql(DUTY)
                .param("user", me.userId().value())
                .param("signedInAt", utc(signedInAt))
                .query((row, _) -> duty(row))
                .optional()
                .orElse(Duty.NONE);
    }

    private static Duty duty(ResultSet row) throws SQLException {
        if (row.getBoolean("acknowledged")) {
            return Duty.NONE;
        }
        return row.getBoolean("may_go_on") ? Duty.AT_NEXT_PAGE : Duty.AT_ONCE;
    }

    /// Publishes a notice; with empty texts, none counts any more.
    ///
    /// @param after the number of the notice that it replaces; 0 for the first
    @Transactional
    public MonitoringChange publish(SignedIn me, String english, String chinese, int after) {
        mustAdminister(me);
        var inEnglish = StorableText.clean(english).strip();
        var inChinese = StorableText.clean(chinese).strip();
        if (inEnglish.isEmpty() != inChinese.isEmpty()) {
            return new MonitoringChange.OneLanguageMissing();
        }
        if (Math.max(inEnglish.length(), inChinese.length()) > MonitoringNotice.LONGEST) {
            return new MonitoringChange.TooLong();
        }
        var last = last();
        if (last.map(MonitoringNotice::number).orElse(0) != after) {
            return new Conflict(last.orElseThrow());
        }
        var isSame =
                last.map(one -> one.english().equals(inEnglish) && one.chinese().equals(inChinese))
                        .orElse(inEnglish.isEmpty());
        return isSame ? new Done() : publish(me, inEnglish, inChinese, after + 1, last);
    }

    private MonitoringChange publish(
            SignedIn me,
            String english,
            String chinese,
            int number,
            Optional<MonitoringNotice> before) {
        var id = Ids.next();
        var added =
                jdbc.sql(PUBLISH)
                        .param("id", id)
                        .param("number", number)
                        .param("english", english)
                        .param("chinese", chinese)
                        .param("now", utc(clock.instant()))
                        .param("by", me.userId().value())
                        .update();
        if (added == 0) {
            return new Conflict(last().orElseThrow());
        }
        audit.record(
                me.userId(),
                english.isEmpty() ? "monitoringNotice.withdrawn" : "monitoringNotice.published",
                "monitoringNotice/" + id,
                before.map(one -> Map.of("name", "#" + one.number())).orElse(Map.of()),
                Map.of("name", "#" + number));
        return new Done();
    }

    /// Records that the user acknowledged this notice. Does nothing if it is no longer the last
    /// one, or acknowledged already.
    @Transactional
    public void acknowledge(SignedIn me, UUID notice, Language shown) {
        jdbc.sql(ACKNOWLEDGE)
                .param("id", Ids.next())
                .param("notice", notice)
                .param("user", me.userId().value())
                .param("language", shown.tag())
                .param("now", utc(clock.instant()))
                .update();
    }

    static void mustAdminister(SignedIn me) {
        if (!me.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException(
                    "User " + me.userId() + " may not manage the monitoring notice");
        }
    }

    private static MonitoringNotice fromRow(ResultSet row) throws SQLException {
        return new MonitoringNotice(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("text_en"),
                row.getString("text_zh"),
                instant(row, "published_at"),
                new UserId(row.getObject("published_by", UUID.class)));
    }

    /// What an agent still has to acknowledge.
    public enum Duty {
        NONE,
        /// They read the notice with the next page: they acknowledged an earlier one, or it was
        /// published after they signed in.
        AT_NEXT_PAGE,
        /// They read the notice first.
        AT_ONCE
    }
}
