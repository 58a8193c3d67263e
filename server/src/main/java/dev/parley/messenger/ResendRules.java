package dev.parley.messenger;

import dev.parley.channel.ChannelRules.Resend;
import dev.parley.channel.FailureCause;
import java.util.Set;

/// Whether a message that Messenger refused may succeed when it is sent again, by the causes of
/// `graph-errors.tsv`.
final class ResendRules {
    private static final Set<String> THE_MESSAGE =
            Set.of(
                    "request",
                    "empty",
                    "template",
                    "marketing",
                    "repeated",
                    "fileType",
                    "fileTooLarge",
                    "fileGone",
                    "retiredTag",
                    "retired",
                    "commerce",
                    "comment",
                    FailureCause.GONE,
                    "calling",
                    "instagram",
                    "profile",
                    "handover");

    private static final Set<String> THE_PERSON = Set.of("unreachable", "privacy");

    private ResendRules() {}

    static Resend of(String cause) {
        if (THE_PERSON.contains(cause)) {
            return Resend.AFTER_CUSTOMER_ACTIVITY;
        }
        if (THE_MESSAGE.contains(cause)) {
            return Resend.NEVER;
        }
        return cause.equals("tag") ? Resend.IN_THE_STANDARD_PERIOD : Resend.POSSIBLE;
    }
}
