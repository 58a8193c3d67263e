package dev.parley.messenger.account;

import static dev.parley.platform.Columns.utc;

import dev.parley.identity.UserId;
import dev.parley.messenger.account.AccountDraft.Proof;
import dev.parley.platform.Ids;
import dev.parley.platform.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The unsaved input of administrators, encrypted as a whole: a wizard loses nothing when the user
/// goes back, on another node or after a restart, and no secret is sent back to the browser. Each
/// draft belongs to the user who typed it.
@Repository
public class AccountDrafts {
    /// How long a draft is stored after it was last changed.
    public static final Duration LIFE = Duration.ofDays(1);

    private static final String SAVE =
            """
            insert into account_draft (id, owner, account_id, sealed, expires_at)
            values (:id, :owner, :account, :sealed, :until)
            on conflict (id) do update
               set sealed = excluded.sealed, expires_at = excluded.expires_at
             where account_draft.owner = excluded.owner
            """;

    private static final String BY_ID =
            """
            select id, sealed from account_draft
             where id = :id and owner = :owner and account_id is null and expires_at > :now
            """;

    private static final String FOR_ACCOUNT =
            """
            select id, sealed from account_draft
             where account_id = :account and owner = :owner and expires_at > :now
             order by id desc
             limit 1
            """;

    private static final String LATEST =
            """
            select id, sealed from account_draft
             where owner = :owner and account_id is null and expires_at > :now
             order by expires_at desc
             limit 1
            """;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final JsonMapper json;
    private final Clock clock;

    AccountDrafts(JdbcClient jdbc, Secrets secrets, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    /// {@return a new draft, which is not stored yet}
    public AccountDraft begin(UserId owner) {
        return AccountDraft.empty(Ids.next(), owner);
    }

    /// {@return the draft, if it is this user's and has not expired}
    public Optional<AccountDraft> byId(UUID id, UserId owner) {
        return jdbc.sql(BY_ID)
                .param("id", id)
                .param("owner", owner.value())
                .param("now", utc(clock.instant()))
                .query((row, _) -> opened(row.getObject("id", UUID.class), owner, row.getBytes(2)))
                .optional();
    }

    /// {@return this user's latest draft of a new account, if neither saved nor discarded}
    public Optional<AccountDraft> latest(UserId owner) {
        return jdbc.sql(LATEST)
                .param("owner", owner.value())
                .param("now", utc(clock.instant()))
                .query((row, _) -> opened(row.getObject("id", UUID.class), owner, row.getBytes(2)))
                .optional();
    }

    /// {@return this user's draft of more pages for an account; an empty one if there is none}
    public AccountDraft forAccount(MessagingAccountId account, UserId owner) {
        return jdbc.sql(FOR_ACCOUNT)
                .param("account", account.value())
                .param("owner", owner.value())
                .param("now", utc(clock.instant()))
                .query((row, _) -> opened(row.getObject("id", UUID.class), owner, row.getBytes(2)))
                .optional()
                .orElseGet(() -> begin(owner));
    }

    public void save(AccountDraft draft) {
        save(draft, null);
    }

    /// Stores the draft of more pages for this account.
    public void save(AccountDraft draft, @Nullable MessagingAccountId account) {
        jdbc.sql(SAVE)
                .param("id", draft.id())
                .param("owner", draft.owner().value())
                .param("account", account == null ? null : account.value())
                .param("sealed", secrets.seal(json.writeValueAsString(Stored.of(draft))))
                .param("until", utc(clock.instant()).plus(LIFE))
                .update();
    }

    public void discard(AccountDraft draft) {
        jdbc.sql("delete from account_draft where id = :id and owner = :owner")
                .param("id", draft.id())
                .param("owner", draft.owner().value())
                .update();
    }

    /// Deletes expired drafts.
    int deleteExpired() {
        return jdbc.sql("delete from account_draft where expires_at <= :now")
                .param("now", utc(clock.instant()))
                .update();
    }

    private AccountDraft opened(UUID id, UserId owner, byte[] sealed) {
        return json.readValue(secrets.open(sealed), Stored.class).draft(id, owner);
    }

    /// The JSON form of a draft, before it is encrypted.
    private record Stored(
            String name,
            String applicationId,
            @Nullable String appSecret,
            @Nullable StoredConsent privacy,
            List<StoredPage> pages,
            StoredEntry entry,
            @Nullable Proof proof) {
        static Stored of(AccountDraft draft) {
            return new Stored(
                    draft.name(),
                    draft.applicationId(),
                    draft.appSecret().map(Secret::reveal).orElse(null),
                    draft.privacy().map(StoredConsent::of).orElse(null),
                    draft.pages().stream().map(StoredPage::of).toList(),
                    StoredEntry.of(draft.entry()),
                    draft.proof());
        }

        AccountDraft draft(UUID id, UserId owner) {
            return new AccountDraft(
                    id,
                    owner,
                    name,
                    applicationId,
                    Optional.ofNullable(appSecret).map(Secret::new),
                    Optional.ofNullable(privacy).map(StoredConsent::consent),
                    pages.stream().map(StoredPage::draft).toList(),
                    entry.entry(),
                    Objects.requireNonNullElse(proof, Proof.UNTRIED));
        }
    }

    private record StoredConsent(String text, String language, long at) {
        static StoredConsent of(PrivacyConsent one) {
            return new StoredConsent(one.text(), one.language(), one.at().toEpochMilli());
        }

        PrivacyConsent consent() {
            return new PrivacyConsent(text, language, Instant.ofEpochMilli(at));
        }
    }

    private record StoredPage(String pageId, String name, String token, boolean checked) {
        static StoredPage of(PageDraft page) {
            return new StoredPage(
                    page.pageId(), page.name(), page.token().reveal(), page.checked());
        }

        PageDraft draft() {
            return new PageDraft(pageId, name, new Secret(token), checked);
        }
    }

    private record StoredEntry(
            String name, String pageId, @Nullable String token, List<StoredPage> found) {
        static StoredEntry of(PageEntry entry) {
            return new StoredEntry(
                    entry.name(),
                    entry.pageId(),
                    entry.token().map(Secret::reveal).orElse(null),
                    entry.found().stream().map(StoredPage::of).toList());
        }

        PageEntry entry() {
            return new PageEntry(
                    name,
                    pageId,
                    Optional.ofNullable(token).map(Secret::new),
                    found.stream().map(StoredPage::draft).toList());
        }
    }
}
