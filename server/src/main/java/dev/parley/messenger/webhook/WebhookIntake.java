package dev.parley.messenger.webhook;

import dev.parley.channel.ChannelKind;
import dev.parley.inbox.BodyReader;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.DeadLetters;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxFull;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.WebhookContacts;
import dev.parley.messenger.webhook.KnownAccounts.Known;
import dev.parley.messenger.webhook.WebhookBody.NotJson;
import dev.parley.messenger.webhook.WebhookBody.Read;
import dev.parley.messenger.webhook.WebhookBody.Stray;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Accepts what Meta signed: returns the answer once it is on disk.
@Component
class WebhookIntake implements BodyReader {
    static final String NO_SUCH_ACCOUNT = "No messaging account has this callback URL";

    private final KnownAccounts accounts;
    private final WebhookContacts contacts;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final Counter unsigned;

    WebhookIntake(
            KnownAccounts accounts,
            WebhookContacts contacts,
            Inbox inbox,
            DeadLetters deadLetters,
            Clock clock,
            MeterRegistry meters) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.unsigned =
                Counter.builder("parley.webhook.unsigned")
                        .description("Webhooks refused for a missing or wrong signature")
                        .register(meters);
    }

    /// {@return whether there is an account with this callback URL}
    boolean hasAccount(String key) {
        return accounts.byKey(key).isPresent();
    }

    /// {@return the answer, once everything is on disk; failed with [InboxFull] if nothing was
    /// stored, so that Meta must retry}
    CompletableFuture<Answer> receive(String key, byte[] body, @Nullable String signature) {
        try {
            return check(key, body, signature);
        } catch (InboxFull full) {
            return CompletableFuture.failedFuture(full);
        } catch (DataAccessException | TransactionException failure) {
            return CompletableFuture.failedFuture(
                    new InboxFull(
                            "The database stored nothing: " + failure.getClass().getSimpleName()));
        }
    }

    private CompletableFuture<Answer> check(String key, byte[] body, @Nullable String signature) {
        var now = clock.instant();
        var account = accounts.byKey(key);
        if (account.isEmpty()) {
            return CompletableFuture.completedFuture(Answer.NO_SUCH_ACCOUNT);
        }
        if (!account.get().signed(body, signature, now)) {
            account =
                    accounts.readAfter(account.get())
                            .filter(known -> known.signed(body, signature, now));
        }
        if (account.isEmpty()) {
            unsigned.increment();
            accounts.byKey(key).ifPresent(known -> contacts.delivered(known.account().id(), false));
            return CompletableFuture.completedFuture(Answer.NOT_SIGNED);
        }
        contacts.delivered(account.get().account().id(), true);
        return take(account.get(), body);
    }

    /// {@return whether this is the verify token of this account}
    boolean isVerified(String key, String token) {
        return accounts.byKey(key)
                .flatMap(accounts::readAfter)
                .map(Known::account)
                .filter(account -> isVerified(account, token))
                .isPresent();
    }

    private boolean isVerified(MessagingAccount account, String token) {
        var valid = ConstantTime.equal(account.verifyToken().reveal(), token);
        contacts.verified(account.id(), valid);
        return valid;
    }

    @Override
    public ChannelKind channel() {
        return FacebookChannel.KIND;
    }

    @Override
    public void retry(String source, byte[] body) {
        var known = accounts.byKey(source);
        var reading = known.isPresent() ? read(known.get(), body) : read(Set.of(), body);
        switch (reading) {
            case NotJson notJson -> setAside(source, notJson, body);
            case Read read -> accept(source, read);
        }
    }

    @Override
    public byte[] without(String mid, byte[] body) {
        return BodyErasure.withoutMessage(mid, body);
    }

    @Override
    public byte[] withoutPerson(String person, byte[] body) {
        return BodyErasure.withoutPerson(person, body);
    }

    private CompletableFuture<Answer> take(Known known, byte[] body) {
        var key = known.account().key();
        return switch (read(known, body)) {
            case NotJson notJson -> {
                setAside(key, notJson, body);
                yield CompletableFuture.completedFuture(Answer.NOT_JSON);
            }
            case Read read when read.strays().isEmpty() ->
                    inbox.submit(read.envelopes()).thenApply(_ -> Answer.TAKEN);
            case Read read -> {
                accept(key, read);
                yield CompletableFuture.completedFuture(Answer.TAKEN);
            }
        };
    }

    /// A page may have been connected on another node a moment ago.
    private WebhookBody.Reading read(Known known, byte[] body) {
        var reading = read(known.pages(), body);
        return reading instanceof Read read && !read.strays().isEmpty()
                ? read(accounts.readAfter(known).map(Known::pages).orElse(known.pages()), body)
                : reading;
    }

    private WebhookBody.Reading read(Set<String> pages, byte[] body) {
        return WebhookBody.read(body, pages::contains, clock.instant());
    }

    private void accept(String key, Read read) {
        inbox.accept(read.envelopes());
        read.strays().forEach(stray -> setAside(key, stray));
    }

    private void setAside(String key, NotJson notJson, byte[] body) {
        deadLetters.add(FacebookChannel.KIND, key, null, Cause.NOT_JSON, notJson.detail(), body);
    }

    private void setAside(String key, Stray stray) {
        deadLetters.add(
                FacebookChannel.KIND,
                key,
                stray.page(),
                stray.cause(),
                stray.detail(),
                stray.body().bytes());
    }

    /// The response to Meta. Whatever it signed is stored and need not be sent again: after too
    /// many refusals Meta would disable the subscription.
    enum Answer {
        TAKEN(200),
        NOT_JSON(200),
        NOT_SIGNED(401),
        NO_SUCH_ACCOUNT(404);

        final int status;

        Answer(int status) {
            this.status = status;
        }
    }
}
