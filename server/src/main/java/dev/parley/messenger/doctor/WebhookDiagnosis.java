package dev.parley.messenger.doctor;

import static dev.parley.messenger.doctor.CheckVerdict.CANNOT_TELL;
import static dev.parley.messenger.doctor.CheckVerdict.GOOD;
import static dev.parley.messenger.doctor.CheckVerdict.LIMITED;
import static dev.parley.messenger.doctor.CheckVerdict.WRONG;

import dev.parley.messenger.graph.PageMeasurement.Installed;
import dev.parley.messenger.graph.PageMeasurement.Registration;
import dev.parley.messenger.graph.Subscriptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Determines why the events of a page do not arrive, or are not accepted.
final class WebhookDiagnosis {
    private WebhookDiagnosis() {}

    static Finding callback(List<Registration> all, KnownFacts known) {
        var wanted = known.callbackUrl().toString();
        var ours = all.stream().filter(one -> one.url().equals(wanted)).findFirst();
        if (ours.isEmpty()) {
            return notRegistered(all.stream().map(Registration::url).findFirst(), known);
        }
        if (!ours.get().active()) {
            return Finding.of(Topic.CALLBACK, WRONG, "callbackOff");
        }
        return ours.get().fields().contains("messages")
                ? Finding.of(Topic.CALLBACK, GOOD, "callbackGood")
                : Finding.of(Topic.CALLBACK, WRONG, "callbackFields", "messages");
    }

    private static Finding notRegistered(Optional<String> other, KnownFacts known) {
        if (known.contact().wasVerifiedWrongly()) {
            var at = Objects.requireNonNull(known.contact().unverifiedAt());
            return Finding.of(Topic.CALLBACK, WRONG, "verifyToken", at);
        }
        return other.map(url -> Finding.of(Topic.CALLBACK, WRONG, "callbackElsewhere", url))
                .orElseGet(() -> Finding.of(Topic.CALLBACK, WRONG, "callbackMissing"));
    }

    static Finding subscription(List<Installed> all, KnownFacts known) {
        var ours = all.stream().filter(one -> one.appId().equals(known.applicationId())).findAny();
        if (ours.isEmpty()) {
            return Finding.of(Topic.SUBSCRIPTION, WRONG, "notInstalled");
        }
        var missing =
                Subscriptions.FIELDS.stream()
                        .filter(field -> !ours.get().fields().contains(field))
                        .toList();
        if (missing.contains("messages")) {
            return Finding.of(Topic.SUBSCRIPTION, WRONG, "messagesMissing", joined(missing));
        }
        return missing.isEmpty()
                ? Finding.of(Topic.SUBSCRIPTION, GOOD, "installedGood")
                : Finding.of(Topic.SUBSCRIPTION, LIMITED, "fieldsMissing", joined(missing));
    }

    /// With the right secret, a signature can only be wrong because the body was changed on the
    /// way.
    static Finding signature(KnownFacts known, boolean appWrong) {
        var contact = known.contact();
        if (contact.hasInvalidSignatureSince(known.secretSince())) {
            var at = Objects.requireNonNull(contact.invalidAt());
            var cause = appWrong ? "signatureSecret" : "signatureBody";
            return Finding.of(Topic.SIGNATURE, WRONG, cause, at);
        }
        var at = contact.validAt();
        return at == null
                ? Finding.of(Topic.SIGNATURE, CANNOT_TELL, "neverSigned")
                : Finding.of(Topic.SIGNATURE, GOOD, "signedGood", at);
    }

    private static String joined(List<String> names) {
        return String.join(", ", names);
    }
}
