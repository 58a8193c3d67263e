package dev.parley.messenger.doctor;

import static dev.parley.messenger.doctor.CheckVerdict.CANNOT_TELL;
import static dev.parley.messenger.doctor.CheckVerdict.GOOD;
import static dev.parley.messenger.doctor.CheckVerdict.LIMITED;
import static dev.parley.messenger.doctor.CheckVerdict.NOT_APPLICABLE;
import static dev.parley.messenger.doctor.CheckVerdict.WRONG;

import dev.parley.outbox.SendBlock;
import java.util.List;
import java.util.Optional;

/// Determines why messages to the customers of a page are not sent.
final class SendingDiagnosis {
    /// The app ID of Meta's own inbox. See
    /// https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
    private static final String INBOX = "263902037430900";

    private SendingDiagnosis() {}

    /// Meta does not report whether an app is live; only its refusals show it.
    static Finding audience(KnownFacts known) {
        return problem(known, "development")
                .map(met ->
                        Finding.of(Topic.AUDIENCE, WRONG, "development", met.lastAt())
                                .withDetail(met.detail()))
                .orElseGet(() -> Finding.of(Topic.AUDIENCE, CANNOT_TELL, "audienceUnknown"));
    }

    /// @param holders the apps that control the latest threads, as IDs; empty for none
    static Finding threads(List<String> holders, KnownFacts known) {
        if (holders.stream().anyMatch(app -> app.isEmpty() || app.equals(known.applicationId()))) {
            return Finding.of(Topic.THREADS, GOOD, "threadsGood");
        }
        return holders.stream()
                .filter(app -> !app.equals(INBOX))
                .findFirst()
                .map(app -> Finding.of(Topic.THREADS, WRONG, "threadOther", app))
                .orElseGet(() -> Finding.of(Topic.THREADS, LIMITED, "threadInbox"));
    }

    static Finding messageTag(KnownFacts known) {
        if (!known.messageTag()) {
            return Finding.of(Topic.MESSAGE_TAG, NOT_APPLICABLE, "tagOff");
        }
        return problem(known, "tag")
                .map(met ->
                        Finding.of(Topic.MESSAGE_TAG, WRONG, "tagRefused", met.lastAt())
                                .withDetail(met.detail()))
                .orElseGet(() -> Finding.of(Topic.MESSAGE_TAG, CANNOT_TELL, "tagUnknown"));
    }

    /// {@return what stops all sending, if anything}
    static Optional<SendBlock> blocking(KnownFacts known) {
        return known.sendBlocks().stream()
                .filter(one -> one.blocks(known.now()) && one.alerts())
                .findFirst();
    }

    static Finding sending(SendBlock block) {
        return Finding.of(
                        Topic.SENDING,
                        WRONG,
                        block.cause().equals("restricted") ? "restricted" : "sendingStopped",
                        block.since())
                .withDetail(block.detail());
    }

    private static Optional<SendBlock> problem(KnownFacts known, String cause) {
        return known.sendBlocks().stream().filter(one -> one.cause().equals(cause)).findFirst();
    }
}
