package dev.parley.messenger.webhook;

import dev.parley.inbox.InboxFull;
import dev.parley.platform.DirectEndpoint;
import dev.parley.platform.LogInterval;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/// Receives events from Meta, as the first part of the server: the signature covers the exact
/// bytes, so nothing may change them first, and no session, sign-in or observation is paid for by a
/// message. [WebhookBodies] decides which bodies are collected. See
/// https://developers.facebook.com/docs/messenger-platform/webhooks
@Component
class WebhookEndpoint implements DirectEndpoint {
    private static final Logger log = LoggerFactory.getLogger(WebhookEndpoint.class);

    /// A parsed body takes ten times its size, so large ones are stored one at a time.
    private static final int LARGE = 128 * 1024;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final WebhookIntake intake;
    private final Semaphore large = new Semaphore(1);
    private final LogInterval refusals = new LogInterval();

    WebhookEndpoint(WebhookIntake intake) {
        this.intake = intake;
    }

    @Override
    public Optional<CompletionStage<Answer>> handle(Request request) {
        var key = WebhookBodies.key(request.path());
        return request.method().equals("POST")
                        && key != null
                        && !WebhookBodies.PRIVACY_CALLBACK.matcher(key).matches()
                ? Optional.of(receive(key, request))
                : Optional.empty();
    }

    private CompletionStage<Answer> receive(String key, Request request) {
        var body = request.body().exact();
        var signature = request.header().apply("X-Hub-Signature-256");
        return body.length > LARGE
                ? receiveLarge(key, body, signature)
                : store(key, body, signature);
    }

    private CompletionStage<Answer> receiveLarge(
            String key, byte[] body, @Nullable String signature) {
        if (!isTurn()) {
            return CompletableFuture.completedFuture(
                    busy("large webhooks are stored one at a time, and this one waited too long"));
        }
        try {
            return store(key, body, signature).whenComplete((_, _) -> large.release());
        } catch (RuntimeException | Error failure) {
            large.release();
            throw failure;
        }
    }

    private boolean isTurn() {
        try {
            return large.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CompletionStage<Answer> store(String key, byte[] body, @Nullable String signature) {
        return intake.receive(key, body, signature)
                .thenApply(WebhookEndpoint::text)
                .exceptionally(this::refused);
    }

    private static Answer text(WebhookIntake.Answer answer) {
        return new Answer(
                answer.status,
                switch (answer) {
                    case TAKEN -> "EVENT_RECEIVED";
                    case NOT_JSON -> "The body is not a JSON object";
                    case NOT_SIGNED -> "X-Hub-Signature-256 is missing or wrong";
                    case NO_SUCH_ACCOUNT -> WebhookIntake.NO_SUCH_ACCOUNT;
                });
    }

    /// @throws CompletionException when the failure is a fault of the server
    private Answer refused(Throwable failure) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof InboxFull full) {
            return busy(full.getMessage());
        }
        throw new CompletionException(failure);
    }

    private Answer busy(@Nullable String why) {
        if (refusals.isDue()) {
            log.warn("Webhooks are refused, the latest because: {}", why);
        }
        return new Answer(503, "The server is busy. Try again in a few seconds.");
    }
}
