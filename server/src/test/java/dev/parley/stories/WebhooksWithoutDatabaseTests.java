package dev.parley.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;

/// Webhooks that arrive while the database does not answer: a lock delays what a frozen database
/// would.
@ExtendWith(TestParleyExtension.class)
class WebhooksWithoutDatabaseTests {
    private static final long AT = 1_795_000_000_000L;

    private final TestParley parley;
    private final Meta meta;

    WebhooksWithoutDatabaseTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
    }

    @BeforeEach
    void theAccountIsKnown() {
        assertThat(meta.posts(meta.text("2401", "m_1", "Hello", AT)).statusCode()).isEqualTo(200);
    }

    @Test
    void aMessageForAKnownAccountDoesNotWaitForTheAccountToBeReadAgain() {
        parley.timePasses(Duration.ofMinutes(1));

        whileLocked(
                "messaging_account",
                () -> {
                    var answer = meta.posts(meta.text("2401", "m_2", "Are you there?", AT + 1));
                    assertThat(answer.statusCode()).isEqualTo(200);
                });

        parley.handled(2);
    }

    @Test
    void whoeverCannotBeLookedUpIsAskedToTryAgain() {
        whileLocked(
                "messaging_account",
                () -> {
                    var unknown = meta.withUnknownAccount();
                    assertThat(unknown.posts("{}").statusCode()).isEqualTo(503);
                    assertThat(unknown.handshake("guess", "12345").statusCode()).isEqualTo(503);
                });
    }

    @Test
    void aLargeWebhookDoesNotWaitUntilAnotherIsGivenUp() {
        var waiting =
                whileLocked(
                        "envelope",
                        () -> {
                            var first = CompletableFuture.supplyAsync(() -> status(large("m_2")));
                            var second = CompletableFuture.supplyAsync(() -> status(large("m_3")));
                            var refused = CompletableFuture.anyOf(first, second).join();
                            assertThat(refused).isEqualTo(503);
                            return first.isDone() ? second : first;
                        });

        assertThat(waiting.join()).isEqualTo(200);
    }

    private int status(byte[] body) {
        return meta.posts(body).statusCode();
    }

    private byte[] large(String mid) {
        var text = meta.text("2401", mid, "Hello", AT);
        return (text + " ".repeat(200_000)).getBytes(UTF_8);
    }

    private void whileLocked(String table, Runnable action) {
        whileLocked(
                table,
                () -> {
                    action.run();
                    return true;
                });
    }

    private <T> T whileLocked(String table, Supplier<T> action) {
        return Objects.requireNonNull(
                parley.part(TransactionTemplate.class)
                        .execute(_ -> {
                            parley.database()
                                    .sql("lock table %s in access exclusive mode".formatted(table))
                                    .update();
                            return action.get();
                        }));
    }
}
