package dev.parley.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.ChannelRules.Resend;
import dev.parley.channel.Content;
import dev.parley.channel.ReplyWindowState;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Sending again is offered where it can help.
class ResendingTests {
    private static final Instant SENT = Instant.parse("2026-08-20T02:04:00Z");
    private static final ReplyWindowState OPEN = new ReplyWindowState.Open(SENT.plusSeconds(3600));

    @Test
    void theChannelDecidesWhetherItHelps() {
        assertThat(now(Resend.POSSIBLE).helps(failed("any"))).isTrue();
        assertThat(now(Resend.NEVER).helps(failed("any"))).isFalse();
    }

    @Test
    void anUnreachableCustomerMustComeBackFirst() {
        var gone = now(Resend.AFTER_CUSTOMER_ACTIVITY);
        var back = new Resending(true, OPEN, SENT.plusSeconds(1), gone.advice());

        assertThat(gone.helps(failed("any"))).isFalse();
        assertThat(back.helps(failed("any"))).isTrue();
    }

    @Test
    void nothingIsSentWhereTheComposerIsClosed() {
        var shut = new ReplyWindowState.Closed(SENT, false);
        var now = new Resending(false, shut, SENT, _ -> Resend.POSSIBLE);

        assertThat(now.helps(failed("window"))).isFalse();
        assertThat(now.helps(failed("temporary"))).isFalse();
        assertThat(now.helps(failed(null))).isFalse();
    }

    @Test
    void someCausesPassInTheStandardPeriodOnly() {
        var open = now(Resend.IN_THE_STANDARD_PERIOD);
        var extended = new ReplyWindowState.Extended(SENT.plusSeconds(3600));

        assertThat(open.helps(failed("any"))).isTrue();
        assertThat(new Resending(true, extended, SENT, open.advice()).helps(failed("any")))
                .isFalse();
    }

    private static Resending now(Resend advice) {
        return new Resending(true, OPEN, SENT.minusSeconds(60), _ -> advice);
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
