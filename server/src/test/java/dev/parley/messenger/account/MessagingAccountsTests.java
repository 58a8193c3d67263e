package dev.parley.messenger.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.identity.RestartableServer;
import dev.parley.identity.Role;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(120)
class MessagingAccountsTests {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String TOKEN = "EAAG-a-long-page-access-token-9876";

    static final Duration A_DAY = Duration.ofHours(24);

    @TempDir static Path directory;
    static HikariDataSource database;
    static RestartableServer server;
    static UserId admin;

    static MessagingAccounts accounts;
    static FacebookPages pages;

    @BeforeAll
    static void start() {
        database = TestPostgres.freshDatabase();
        server = new RestartableServer(database, directory);
        accounts = server.get(MessagingAccounts.class);
        pages = server.get(FacebookPages.class);
        admin =
                server.get(Users.class)
                        .ensure("root", "Root", "correct horse", Set.of(Role.ADMINISTRATOR));
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    @Test
    void anAccountIsFoundByAKeyThatCannotBeGuessed() {
        var account = account("Found by key");

        assertThat(account.key()).hasSizeGreaterThanOrEqualTo(22).matches("[A-Za-z0-9_-]+");
        assertThat(accounts.byKey(account.key()))
                .map(found -> found.account().id())
                .hasValue(account.id());
        assertThat(account.verifyToken().reveal()).hasSize(32);
        assertThat(account.appSecret().reveal()).isEqualTo(SECRET);
    }

    @Test
    void noSecretCanBeReadInTheTablesOrInALog() {
        var account = account("Sealed");
        var added = pages.add(account.id(), "70001", "Sealed page", new Secret(TOKEN), admin);

        assertThat(everythingIn("messaging_account") + everythingIn("facebook_page"))
                .doesNotContain(SECRET, account.verifyToken().reveal(), TOKEN)
                .doesNotContain(hex(SECRET), hex(TOKEN));
        assertThat(account.toString() + added)
                .doesNotContain(SECRET, TOKEN, account.verifyToken().reveal())
                .contains("…cdef", "…9876");
    }

    @Test
    void thePreviousSecretStaysValidAfterAReplacement() {
        var account = account("Replaced");
        accounts.replaceSecret(account, new Secret("another secret altogether"), admin);

        var now = accounts.byId(account.id()).orElseThrow();
        assertThat(now.appSecret().reveal()).isEqualTo("another secret altogether");
        assertThat(now.previousSecret())
                .hasValueSatisfying(previous -> {
                    assertThat(previous.secret().reveal()).isEqualTo(SECRET);
                    assertThat(previous.until()).isEqualTo(now.changedAt().plus(A_DAY));
                });
    }

    @Test
    void anAdministratorCanEndThePreviousSecret() {
        var account = account("Ended");
        accounts.replaceSecret(account, new Secret("another secret altogether"), admin);

        accounts.endPreviousSecret(account, admin);

        assertThat(accounts.byId(account.id()).orElseThrow().previousSecret()).isEmpty();
        assertThat(everythingIn("audit_entry")).contains("messagingAccount.previousSecretEnded");
    }

    @Test
    void anExpiredSecretIsDeleted() {
        var account = account("Over");
        accounts.replaceSecret(account, new Secret("another secret altogether"), admin);
        JdbcClient.create(database)
                .sql(
                        """
                        update messaging_account set previous_secret_until = changed_at
                         where previous_secret_sealed is not null
                        """)
                .update();

        assertThat(accounts.deleteExpiredSecrets()).isPositive();

        assertThat(accounts.byId(account.id()).orElseThrow().previousSecret()).isEmpty();
    }

    @Test
    void aPageUsedElsewhereIsRefusedNamingTheAccount() {
        var first = account("First");
        var second = account("Second");
        pages.add(first.id(), "70002", "Tea", new Secret(TOKEN), admin);

        var refused = pages.add(second.id(), "70002", "Tea", new Secret(TOKEN), admin);

        assertThat(refused)
                .isInstanceOfSatisfying(
                        PageAddition.UsedBy.class,
                        used -> assertThat(used.account().name()).isEqualTo("First"));
        assertThat(pages.ofAccount(second.id())).isEmpty();
    }

    @RepeatedTest(5)
    void oneOfTwoConcurrentAdditionsOfAPageIsRefused(RepetitionInfo round) throws Exception {
        var left = account("Left");
        var right = account("Right");
        var pageId = "8000" + round.getCurrentRepetition();
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers =
                    threads
                            .invokeAll(
                                    List.of(
                                            adding(left, pageId, start),
                                            adding(right, pageId, start)))
                            .stream()
                            .map(answer -> answer.resultNow())
                            .toList();

            assertThat(answers).hasAtLeastOneElementOfType(PageAddition.Added.class);
            assertThat(answers).hasAtLeastOneElementOfType(PageAddition.UsedBy.class);
        }
        assertThat(pages.byPageId(pageId)).isPresent();
    }

    @Test
    void anAccountWithPagesIsNotDeleted() {
        var account = account("Kept");
        pages.add(account.id(), "70003", "Tea", new Secret(TOKEN), admin);
        assertThat(accounts.delete(account, admin)).isEqualTo(new AccountDeletion.PagesRemain(1));

        pages.remove(pages.byPageId("70003").orElseThrow(), admin);

        assertThat(accounts.delete(account, admin)).isEqualTo(new AccountDeletion.Deleted());
        assertThat(accounts.byKey(account.key())).isEmpty();
    }

    private MessagingAccount account(String name) {
        return accounts.create(name, "1234567890", new Secret(SECRET), admin);
    }

    private Callable<PageAddition> adding(
            MessagingAccount account, String pageId, CyclicBarrier start) {
        return () -> {
            start.await();
            return pages.add(account.id(), pageId, "Contested", new Secret(TOKEN), admin);
        };
    }

    private static String everythingIn(String table) {
        return JdbcClient.create(database)
                .sql("select row_to_json(t)::text from " + table + " t")
                .query((row, _) -> row.getString(1))
                .list()
                .toString();
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
