package dev.parley.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.MessageStatuses;
import dev.parley.conversation.Replies.Writer;
import dev.parley.conversation.ReplyWritten;
import dev.parley.outbox.Outgoing.State;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;

/// An agent sends a message again while the result of its last attempt is stored: one waits for the
/// other.
@ExtendWith(TestParleyExtension.class)
class SendAgainTests {
    private static final String ADD =
            """
            insert into outgoing_message (message_id, conversation_id, channel, endpoint, state,
                                          attempts, attempt_id, attempted_at, pending_since, due_at)
            select id, conversation_id, channel, endpoint, 'SENDING', 1, :attempt, sent_at, sent_at,
                   sent_at + interval '1 hour'
              from message
             where id = :id
            """;

    private static final String WAITING =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

    private final TestParley parley;

    SendAgainTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void whileItsLastAttemptFails() {
        var outgoing = beingSent();

        finishTogether(
                outgoing, () -> part(SendStatus.class).failed(outgoing, "refused", "Not allowed"));
    }

    @Test
    void whileAnotherAppControlsTheConversation() {
        var outgoing = beingSent();

        finishTogether(
                outgoing,
                () -> part(SendStatus.class).controlledElsewhere(outgoing, "control", "Not ours"));
    }

    @Test
    void whileItRemainsUnknown() {
        var outgoing = beingSent();

        finishTogether(
                outgoing, () -> part(SendStatus.class).remainsUnknown(outgoing, "No answer"));
    }

    @Test
    void whileItIsNotFound() {
        var outgoing = beingSent();

        finishTogether(outgoing, () -> part(SendStatus.class).notFound(outgoing));
    }

    @Test
    void twiceAtTheSameTimeIsSendingOnce() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.simulator().refuseNext(1, 551, 0);
        ann.replies("Are you there?");
        ann.seesMark("failed");
        var message = messageOfAnn();
        var resend = part(MessageResend.class);
        var writer = new Writer(parley.anyUser(), _ -> true);
        var second = new AtomicReference<CompletableFuture<Void>>();

        inTransaction(() -> {
            resend.sendAgain(message, writer);
            second.set(CompletableFuture.runAsync(() -> resend.sendAgain(message, writer)));
            parley.until("the second request waits", () -> parley.count(WAITING) == 1);
        });

        assertThat(second.get())
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(ConversationConflict.class);
    }

    private Outgoing beingSent() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Where is my parcel?");
        ann.accepts(ada);
        ann.replies("It arrives tomorrow.");
        ann.seesMark("delivered");
        parley.settle();
        var message = messageOfAnn();
        var conversation = conversation();
        var attempt = UUID.randomUUID();
        parley.database().sql(ADD).param("attempt", attempt).param("id", message.value()).update();
        return new Outgoing(
                message,
                conversation.id(),
                conversation.details().address().at(),
                State.SENDING,
                1,
                0,
                attempt,
                Instant.EPOCH);
    }

    private MessageId messageOfAnn() {
        return new MessageId(
                parley.database()
                        .sql("select id from message where author = 'AGENT'")
                        .query(UUID.class)
                        .single());
    }

    private Conversation conversation() {
        var id = parley.database().sql("select id from conversation").query(UUID.class).single();
        return part(Conversations.class).byId(new ConversationId(id)).orElseThrow();
    }

    private void finishTogether(Outgoing outgoing, Runnable report) {
        var reported = new AtomicReference<CompletableFuture<Void>>();
        var address = conversation().details().address();
        assertThatCode(
                        () -> {
                            inTransaction(() -> {
                                part(Conversations.class).lock(outgoing.conversation());
                                part(MessageStatuses.class).lock(outgoing.message());
                                reported.set(
                                        CompletableFuture.runAsync(() -> inTransaction(report)));
                                parley.until("the report waits", () -> parley.count(WAITING) == 1);
                                part(OutgoingRows.class)
                                        .add(
                                                new ReplyWritten(
                                                        outgoing.message(),
                                                        outgoing.conversation(),
                                                        address),
                                                Instant.now());
                            });
                            reported.get().get(30, TimeUnit.SECONDS);
                        })
                .doesNotThrowAnyException();
    }

    private void inTransaction(Runnable action) {
        part(TransactionTemplate.class).executeWithoutResult(_ -> action.run());
    }

    private <T> T part(Class<T> type) {
        return parley.part(type);
    }
}
