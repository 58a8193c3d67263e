package dev.parley.messenger.account;

import dev.parley.identity.UserId;
import dev.parley.messenger.account.AccountDraft.Proof;
import dev.parley.platform.Ids;
import dev.parley.platform.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What administrators have typed and not saved yet, sealed as a whole: a wizard loses nothing on
/// the way back, on another node or after a restart, and no secret goes back to the browser. Each
/// belongs to whoever typed it.
@Repository
public class AccountDrafts {
    /// How long a draft waits after it was last changed.
    public static final Duration LIFE = Duration.ofDays(1);

    private static final String KEEP =
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

    /// {@return a new draft, which is nowhere until it is kept}
    public AccountDraft begin(UserId owner) {
        return AccountDraft.empty(Ids.next(), owner);
    }

    /// {@return the draft, if it is this user's and not too old}
    public Optional<AccountDraft> byId(UUID id, UserId owner) {
        return jdbc.sql(BY_ID)
                .param("id", id)
                .param("owner", owner.value())
                .param("now", now())
                .query((row, _) -> opened(row.getObject("id", UUID.class), owner, row.getBytes(2)))
                .optional();
    }

    /// {@return what this user began last and neither saved nor gave up}
    public Optional<AccountDraft> latest(UserId owner) {
        return jdbc.sql(LATEST)
                .param("owner", owner.value())
                .param("now", now())
                .query((row, _) -> opened(row.getObject("id", UUID.class), owner, row.getBytes(2)))
                .optional();
    }

    /// {@return what this user has typed about more pages of an account; empty at first}
    public AccountDraft forAccount(MessagingAccountId account, UserId owner) {
        return jdbc.sql(FOR_ACCOUNT)
                .param("account", account.value())
                .param("owner", owner.value())
                .param("now", now())
                .query((row, _) -> opened(row.getObject("id", UUID.class), owner, row.getBytes(2)))
                .optional()
                .orElseGet(() -> begin(owner));
    }

    public void keep(AccountDraft draft) {
        keep(draft, null);
    }

    /// Keeps what is typed about more pages of this account.
    public void keep(AccountDraft draft, @Nullable MessagingAccountId account) {
        jdbc.sql(KEEP)
                .param("id", draft.id())
                .param("owner", draft.owner().value())
                .param("account", account == null ? null : account.value())
                .param("sealed", secrets.seal(json.writeValueAsString(Kept.of(draft))))
                .param("until", now().plus(LIFE))
                .update();
    }

    public void discard(AccountDraft draft) {
        jdbc.sql("delete from account_draft where id = :id and owner = :owner")
                .param("id", draft.id())
                .param("owner", draft.owner().value())
                .update();
    }

    /// Nothing is kept of drafts whose time is over.
    int forgetOld() {
        return jdbc.sql("delete from account_draft where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private AccountDraft opened(UUID id, UserId owner, byte[] sealed) {
        return json.readValue(secrets.open(sealed), Kept.class).draft(id, owner);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /// How a draft is written before it is sealed.
    private record Kept(
            String name,
            String applicationId,
            @Nullable String appSecret,
            @Nullable KeptConsent privacy,
            List<KeptPage> pages,
            KeptEntry entry,
            @Nullable Proof proof) {
        static Kept of(AccountDraft draft) {
            return new Kept(
                    draft.name(),
                    draft.applicationId(),
                    draft.appSecret().map(Secret::reveal).orElse(null),
                    draft.privacy().map(KeptConsent::of).orElse(null),
                    draft.pages().stream().map(KeptPage::of).toList(),
                    KeptEntry.of(draft.entry()),
                    draft.proof());
        }

        AccountDraft draft(UUID id, UserId owner) {
            return new AccountDraft(
                    id,
                    owner,
                    name,
                    applicationId,
                    Optional.ofNullable(appSecret).map(Secret::new),
                    Optional.ofNullable(privacy).map(KeptConsent::consent),
                    pages.stream().map(KeptPage::draft).toList(),
                    entry.entry(),
                    Objects.requireNonNullElse(proof, Proof.UNTRIED));
        }
    }

    private record KeptConsent(String text, String language, long at) {
        static KeptConsent of(PrivacyConsent one) {
            return new KeptConsent(one.text(), one.language(), one.at().toEpochMilli());
        }

        PrivacyConsent consent() {
            return new PrivacyConsent(text, language, Instant.ofEpochMilli(at));
        }
    }

    private record KeptPage(String pageId, String name, String token, boolean checked) {
        static KeptPage of(PageDraft page) {
            return new KeptPage(page.pageId(), page.name(), page.token().reveal(), page.checked());
        }

        PageDraft draft() {
            return new PageDraft(pageId, name, new Secret(token), checked);
        }
    }

    private record KeptEntry(
            String name, String pageId, @Nullable String token, List<KeptPage> found) {
        static KeptEntry of(PageEntry entry) {
            return new KeptEntry(
                    entry.name(),
                    entry.pageId(),
                    entry.token().map(Secret::reveal).orElse(null),
                    entry.found().stream().map(KeptPage::of).toList());
        }

        PageEntry entry() {
            return new PageEntry(
                    name,
                    pageId,
                    Optional.ofNullable(token).map(Secret::new),
                    found.stream().map(KeptPage::draft).toList());
        }
    }
}
