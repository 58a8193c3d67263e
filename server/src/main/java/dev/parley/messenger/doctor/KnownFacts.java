package dev.parley.messenger.doctor;

import dev.parley.messenger.account.WebhookContact;
import dev.parley.outbox.SendBlock;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/// What we know of a page ourselves, beside what Meta says.
///
/// @param applicationId the app that it should be
/// @param pageId the page that it should be
/// @param callbackUrl where Meta should call
/// @param standIn whether something on this machine stands in for Meta, as the simulator does
/// @param secretSince since when the account is as it is, so that what was signed before proves
///   nothing
/// @param messageTag whether agents may write with the human agent tag
/// @param problems what the outbox met with this page and is not over
public record KnownFacts(
        String applicationId,
        String pageId,
        URI callbackUrl,
        boolean standIn,
        Instant secretSince,
        boolean messageTag,
        WebhookContact contact,
        List<SendBlock> problems,
        Instant now) {
    public KnownFacts {
        problems = List.copyOf(problems);
    }
}
