package dev.parley.messenger.account;

import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;
import static dev.parley.platform.Columns.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Records when Meta last called about each account, and how. The webhook only notes it in memory;
/// it is stored a moment later, at most once a minute for each account and kind, so that a message
/// needs no additional statement.
@Component
public class WebhookContacts {
    private static final Duration STORE_INTERVAL = Duration.ofMinutes(1);

    /// If a clock was ahead and has been corrected, its times do not hide later calls.
    private static final String SAVE =
            """
            insert into webhook_contact as c
                   (account_id, signed_at, unsigned_at, verified_at, unverified_at)
            select id, :signed, :unsigned, :verified, :unverified
              from messaging_account where id = :account
            on conflict (account_id) do update
               set signed_at = greatest(case when c.signed_at <= :now then c.signed_at end,
                                      excluded.signed_at),
                   unsigned_at = greatest(case when c.unsigned_at <= :now then c.unsigned_at end,
                                      excluded.unsigned_at),
                   verified_at = greatest(case when c.verified_at <= :now then c.verified_at end,
                                      excluded.verified_at),
                   unverified_at = greatest(case when c.unverified_at <= :now then c.unverified_at end,
                                      excluded.unverified_at)
            """;

    private static final String OF = "select * from webhook_contact where account_id = :account";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<MessagingAccountId, WebhookContact> noted = new ConcurrentHashMap<>();
    private final Map<MessagingAccountId, WebhookContact> stored = new ConcurrentHashMap<>();

    WebhookContacts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /// Records the delivery of a webhook.
    ///
    /// @param signed whether it was signed with the account's secret
    public void delivered(MessagingAccountId account, boolean signed) {
        note(
                account,
                (old, now) ->
                        signed
                                ? new WebhookContact(
                                        now, old.invalidAt(), old.verifiedAt(), old.unverifiedAt())
                                : new WebhookContact(
                                        old.validAt(), now, old.verifiedAt(), old.unverifiedAt()));
    }

    /// Records a call that verifies the callback URL.
    ///
    /// @param valid whether it had the account's verify token
    public void verified(MessagingAccountId account, boolean valid) {
        note(
                account,
                (old, now) ->
                        valid
                                ? new WebhookContact(
                                        old.validAt(), old.invalidAt(), now, old.unverifiedAt())
                                : new WebhookContact(
                                        old.validAt(), old.invalidAt(), old.verifiedAt(), now));
        if (valid) {
            events.publishEvent(new CallbackVerified(account));
        }
    }

    /// {@return when Meta last called about this account}
    public WebhookContact of(MessagingAccountId account) {
        storeAll();
        return jdbc.sql(OF)
                .param("account", account.value())
                .query(WebhookContacts::fromRow)
                .optional()
                .orElse(WebhookContact.NEVER);
    }

    private void note(
            MessagingAccountId account,
            BiFunction<WebhookContact, Instant, WebhookContact> change) {
        var now = clock.instant();
        noted.compute(
                account,
                (_, old) -> change.apply(old == null ? WebhookContact.NEVER : old.until(now), now));
    }

    /// Stores the contacts that have news.
    void storeNews() {
        noted.forEach((account, contact) -> {
            var before = stored.getOrDefault(account, WebhookContact.NEVER);
            if (isNews(before, contact)) {
                store(account, contact);
                if (isSigned(before, contact)) {
                    events.publishEvent(new SignedDelivery(account));
                }
            }
        });
    }

    private void storeAll() {
        noted.forEach((account, contact) -> {
            if (!contact.equals(stored.get(account))) {
                store(account, contact);
            }
        });
    }

    private static boolean isNews(WebhookContact before, WebhookContact now) {
        return isSigned(before, now)
                || isNews(before.invalidAt(), now.invalidAt())
                || isNews(before.verifiedAt(), now.verifiedAt())
                || isNews(before.unverifiedAt(), now.unverifiedAt());
    }

    private static boolean isSigned(WebhookContact before, WebhookContact now) {
        return isNews(before.validAt(), now.validAt())
                || (before.hasInvalidSignatureSince(Instant.MIN)
                        && !now.hasInvalidSignatureSince(Instant.MIN));
    }

    private static boolean isNews(@Nullable Instant before, @Nullable Instant now) {
        return now != null && (before == null || now.isAfter(before.plus(STORE_INTERVAL)));
    }

    private void store(MessagingAccountId account, WebhookContact contact) {
        jdbc.sql(SAVE)
                .param("account", account.value())
                .param("now", utc(clock.instant()))
                .param("signed", utcOrNull(contact.validAt()))
                .param("unsigned", utcOrNull(contact.invalidAt()))
                .param("verified", utcOrNull(contact.verifiedAt()))
                .param("unverified", utcOrNull(contact.unverifiedAt()))
                .update();
        stored.put(account, contact);
    }

    private static WebhookContact fromRow(ResultSet row, int index) throws SQLException {
        return new WebhookContact(
                instantOrNull(row, "signed_at"),
                instantOrNull(row, "unsigned_at"),
                instantOrNull(row, "verified_at"),
                instantOrNull(row, "unverified_at"));
    }
}
