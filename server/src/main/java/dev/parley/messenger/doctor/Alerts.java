package dev.parley.messenger.doctor;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Alerts for administrators about pages, in PostgreSQL: one for each page and cause, from when the
/// problem is found until it is fixed.
@Repository
public class Alerts {
    private static final String BEGIN =
            """
            insert into page_alert (id, page, cause, days, facts, began_at, alert_at)
            values (:id, :page, :cause, :days, :facts, :now, :alertAt)
            on conflict (page, cause, days) where ended_at is null
            do update set facts = excluded.facts
            """;

    private static final String END_OTHERS =
            """
            update page_alert set ended_at = :now, alert_at = null
             where page = :page and ended_at is null
               and not (cause || '/' || days = any (:going))
            """;

    private static final String ACTIVE =
            "select * from page_alert where ended_at is null order by began_at desc, id";

    private static final String NEXT_TO_SEND =
            """
            update page_alert set alert_at = null
             where id = (select id from page_alert
                          where alert_at <= :now
                          order by alert_at
                          limit 1
                            for update skip locked)
            returning *
            """;

    private static final String END_OF_REMOVED_PAGES =
            """
            update page_alert set ended_at = :now, alert_at = null
             where ended_at is null and page not in (select page_id from facebook_page)
            """;

    private static final String DELETE_OLD = "delete from page_alert where ended_at < :before";

    private final JdbcClient jdbc;
    private final List<AlertNotifier> notifiers;
    private final DoctorSettings settings;
    private final Clock clock;

    Alerts(JdbcClient jdbc, List<AlertNotifier> notifiers, DoctorSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.notifiers = notifiers;
        this.settings = settings;
        this.clock = clock;
    }

    /// {@return the active alerts of all pages, the latest first}
    public List<PageAlert> active() {
        return jdbc.sql(ACTIVE).query(Alerts::fromRow).list();
    }

    /// Makes these the only active alerts of this page.
    void replace(String page, List<Finding> findings, Instant now) {
        var alerting = findings.stream().filter(one -> isAlerting(one, now)).toList();
        alerting.forEach(one -> begin(page, one, now));
        jdbc.sql(END_OTHERS)
                .param("page", page)
                .param("now", utc(now))
                .param(
                        "going",
                        alerting.stream()
                                .map(one -> one.cause() + "/" + days(one, now))
                                .toArray(String[]::new))
                .update();
    }

    void endForRemovedPages(Instant now) {
        jdbc.sql(END_OF_REMOVED_PAGES).param("now", utc(now)).update();
    }

    int deleteBefore(Instant before) {
        return jdbc.sql(DELETE_OLD).param("before", utc(before)).update();
    }

    /// Sends the next alert that is due; {@return false if there is none}
    @Transactional
    public boolean sendOne() {
        var next = nextToSend();
        next.ifPresent(alert -> notifiers.forEach(notifier -> notifier.send(alert)));
        return next.isPresent();
    }

    private Optional<PageAlert> nextToSend() {
        return jdbc.sql(NEXT_TO_SEND)
                .param("now", utc(clock.instant()))
                .query(Alerts::fromRow)
                .optional();
    }

    private void begin(String page, Finding finding, Instant now) {
        jdbc.sql(BEGIN)
                .param("id", Ids.next())
                .param("page", page)
                .param("cause", finding.cause())
                .param("days", days(finding, now))
                .param("facts", finding.facts().toArray(String[]::new))
                .param("now", utc(now))
                .param("alertAt", utc(now.plus(settings.alertAfter())))
                .update();
    }

    private static boolean isAlerting(Finding finding, Instant now) {
        return finding.verdict() == CheckVerdict.WRONG || days(finding, now) > 0;
    }

    /// {@return the smallest threshold that the token's expiry has passed; 0 if it does not expire
    /// soon}
    private static int days(Finding finding, Instant now) {
        if (finding.topic() != Topic.LIFETIME || finding.verdict() != CheckVerdict.LIMITED) {
            return 0;
        }
        var left = Duration.between(now, Instant.parse(finding.facts().getFirst()));
        return TokenDiagnosis.ALERT_DAYS.stream()
                .filter(days -> left.compareTo(Duration.ofDays(days)) <= 0)
                .reduce((_, smaller) -> smaller)
                .orElse(0);
    }

    private static PageAlert fromRow(ResultSet row, int index) throws SQLException {
        return new PageAlert(
                row.getObject("id", UUID.class),
                row.getString("page"),
                row.getString("cause"),
                row.getInt("days"),
                Stream.of((String[]) row.getArray("facts").getArray()).toList(),
                instant(row, "began_at"));
    }
}
