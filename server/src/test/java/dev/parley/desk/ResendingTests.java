package dev.parley.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Content;
import dev.parley.channel.ReplyWindow;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.MessageId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sending again is offered where it can help.
class ResendingTests {
    private static final Instant SENT = Instant.parse("2026-08-20T02:04:00Z");
    private static final ReplyWindow OPEN = new ReplyWindow.Open(SENT.plusSeconds(3600));
    private static final Resending NOW = new Resending(true, OPEN, SENT.minusSeconds(60));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window",
                "temporary",
                "network",
                "setup",
                "permission",
                "capability",
                "file",
                "thread",
                "development",
                "token",
                "unsettled"
            })
    void whatHasPassedOrWasMendedMayBeSentAgain(String cause) {
        assertThat(NOW.helps(failed(cause))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request",
                "empty",
                "template",
                "marketing",
                "fileType",
                "fileTooLarge",
                "fileGone",
                "retiredTag",
                "comment",
                "repeated"
            })
    void whatMessengerRefusesForItselfIsNot(String cause) {
        assertThat(NOW.helps(failed(cause))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreachable", "privacy"})
    void whoCannotBeReachedMustComeBackFirst(String cause) {
        assertThat(NOW.helps(failed(cause))).isFalse();
        assertThat(new Resending(true, OPEN, SENT.plusSeconds(1)).helps(failed(cause))).isTrue();
    }

    @Test
    void nothingIsSentWhereTheComposerIsShut() {
        var shut = new ReplyWindow.Closed(SENT, false);
        var now = new Resending(false, shut, SENT);

        assertThat(now.helps(failed("window"))).isFalse();
        assertThat(now.helps(failed("temporary"))).isFalse();
        assertThat(now.helps(failed(null))).isFalse();
    }

    @Test
    void withoutTheTagOnlyTheOrdinaryWindowHelps() {
        var tagged = new ReplyWindow.Extended(SENT.plusSeconds(3600));

        assertThat(NOW.helps(failed("tag"))).isTrue();
        assertThat(new Resending(true, tagged, SENT).helps(failed("tag"))).isFalse();
    }

    /// A cause that Meta's table brings anew has to be thought about.
    @Test
    void eachCauseThatIsPermanentIsKnown() throws Exception {
        var table = Files.readAllLines(Path.of("src/main/resources/messenger/graph-errors.tsv"));
        var permanent =
                table.stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> List.of(line.split("\t", -1)))
                        .filter(row -> row.size() > 3)
                        .filter(row -> List.of("PERMANENT", "RECIPIENT").contains(row.get(2)))
                        .map(row -> row.get(3))
                        .distinct()
                        .toList();

        assertThat(permanent).isNotEmpty().noneMatch(cause -> NOW.helps(failed(cause)));
    }

    private static Message failed(@Nullable String cause) {
        return new Message(
                new MessageId(UUID.randomUUID()),
                new ConversationId(UUID.randomUUID()),
                null,
                Author.AGENT,
                null,
                Kind.TEXT,
                new Content.Text("Hello"),
                null,
                null,
                SENT,
                Status.FAILED,
                cause,
                null,
                List.of(),
                1,
                null,
                null,
                false,
                null);
    }
}
