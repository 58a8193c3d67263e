package dev.parley.outbox;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import dev.parley.platform.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Problems that affect whole endpoints, in PostgreSQL, so that they apply to all nodes. An
/// endpoint with a block that is stopped, or that has not passed yet, sends nothing.
@Repository
public class SendBlocks {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    /// Many messages may encounter one block at the same time: it counts once. It counts as a
    /// repetition when it occurs again within the length of the endpoint's last pause for it.
    private static final String ADD =
            """
            insert into send_block as t
                   (channel, endpoint, cause, detail, since, last_at, until, stopped, alerts)
            values (:channel, :endpoint, :cause, :detail, :now, :now,
                    :now + make_interval(secs => :pause), :stopped, :alerts)
            on conflict (channel, endpoint, cause) do update
               set detail = excluded.detail, alerts = excluded.alerts,
                   stopped = excluded.stopped,
                   last_at = case when t.until > :now then t.last_at else :now end,
                   since = case when %1$s then t.since else :now end,
                   times = case when t.until > :now then t.times
                                when %1$s then t.times + 1 else 1 end,
                   until = case when t.until > :now then greatest(t.until, :asked)
                                else greatest(:asked,
                                     :now + make_interval(secs => least(:longest,
                                            :pause * case when %1$s
                                                          then power(2, least(t.times, 16))
                                                          else 1 end))) end
            returning times = 1 and last_at = :now as fresh
            """
                    .formatted(
                            "(t.stopped or :now < t.until + case when t.until > t.last_at"
                                    + " then t.until - t.last_at else interval '1 day' end)");

    private static final String GOING_ON =
            """
            select * from send_block
             where stopped or until > :now or alerts and last_at > :since
             order by stopped desc, last_at desc
            """;

    private static final String OF =
            """
            select * from send_block
             where channel = :channel and endpoint = :endpoint
             order by stopped desc, last_at desc
            """;

    private static final String HOLDING_UP =
            """
            select cause from send_block
             where channel = :channel and endpoint = :endpoint and (stopped or until > :now)
             order by stopped desc, last_at desc
             limit 1
            """;

    private static final String END =
            """
            delete from send_block
             where channel = :channel and endpoint = any (:endpoints) and (alerts or :all)
            """;

    private static final String FORGET =
            "delete from send_block where not stopped and greatest(until, last_at) < :before";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SendBlocks(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /// {@return the stored blocks of this endpoint}
    public List<SendBlock> of(Endpoint endpoint) {
        return jdbc.sql(OF)
                .param("channel", endpoint.channel().name())
                .param("endpoint", endpoint.id())
                .query(SendBlocks::fromRow)
                .list();
    }

    /// {@return the blocks that prevent endpoints from sending at `now`, or that an administrator
    /// has to fix and that occurred after `since`}
    public List<SendBlock> active(Instant now, Instant since) {
        return jdbc.sql(GOING_ON)
                .param("now", utc(now))
                .param("since", utc(since))
                .query(SendBlocks::fromRow)
                .list();
    }

    /// {@return why the endpoint that this person writes to currently sends nothing, as a stable
    /// code}
    public Optional<String> blockingCause(Address person) {
        return jdbc.sql(HOLDING_UP)
                .param("channel", person.channel().name())
                .param("endpoint", person.endpoint())
                .param("now", utc(clock.instant()))
                .query(String.class)
                .optional();
    }

    /// {@return whether this is new, so that it should be reported}
    boolean pause(Endpoint endpoint, Courier.Outcome.EndpointPaused rest, Instant now) {
        var asked = rest.asked();
        var pause = asked == null ? jittered(rest.pause()) : asked.toMillis() / 1000.0;
        return add(
                endpoint,
                new Occurrence(rest.cause(), rest.detail(), false, rest.alerts()),
                pause,
                now);
    }

    boolean stop(Endpoint endpoint, Courier.Outcome.EndpointStopped stop, Instant now) {
        return add(endpoint, new Occurrence(stop.cause(), stop.detail(), true, true), 0, now);
    }

    /// Stores a problem that an administrator has to fix, but that does not block sending.
    boolean alerts(Endpoint endpoint, Courier.Outcome.Refused refused, Instant now) {
        return add(
                endpoint, new Occurrence(refused.cause(), refused.detail(), false, true), 0, now);
    }

    /// Deletes the blocks of these endpoints.
    ///
    /// @param all whether to include those that pass automatically
    void clear(ChannelKind channel, Collection<String> endpoints, boolean all) {
        jdbc.sql(END)
                .param("channel", channel.name())
                .param("endpoints", endpoints.toArray(String[]::new))
                .param("all", all)
                .update();
    }

    int forgetBefore(Instant before) {
        return jdbc.sql(FORGET).param("before", utc(before)).update();
    }

    private boolean add(Endpoint endpoint, Occurrence occurrence, double pause, Instant now) {
        var fresh = upsert(endpoint, occurrence, pause, now);
        if (fresh && occurrence.alerts) {
            events.publishEvent(new SendingBlocked(endpoint, occurrence.cause));
        }
        return fresh;
    }

    private boolean upsert(Endpoint endpoint, Occurrence occurrence, double pause, Instant now) {
        return jdbc.sql(ADD)
                .param("channel", endpoint.channel().name())
                .param("endpoint", endpoint.id())
                .param("cause", occurrence.cause)
                .param("detail", StorableText.clean(occurrence.detail))
                .param("stopped", occurrence.stopped)
                .param("alerts", occurrence.alerts)
                .param("pause", pause)
                .param("asked", utc(now.plusMillis((long) (pause * 1000))))
                .param("longest", LONGEST_PAUSE.toSeconds())
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
    }

    /// Adds jitter, so that endpoints that were paused together do not all resume together.
    private static double jittered(Duration pause) {
        return pause.toMillis() / 1000.0 * ThreadLocalRandom.current().nextDouble(1, 1.25);
    }

    private static SendBlock fromRow(ResultSet row, int index) throws SQLException {
        return new SendBlock(
                EndpointColumns.of(row),
                row.getString("cause"),
                row.getString("detail"),
                instant(row, "since"),
                instant(row, "last_at"),
                instant(row, "until"),
                row.getBoolean("stopped"),
                row.getBoolean("alerts"));
    }

    private record Occurrence(String cause, String detail, boolean stopped, boolean alerts) {}
}
