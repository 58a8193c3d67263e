package dev.parley.messenger.doctor;

import dev.parley.messenger.account.WebhookContact;
import dev.parley.outbox.SendBlock;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/// What Parley itself knows about a page, besides Meta's answers.
///
/// @param applicationId the expected app
/// @param pageId the expected page
/// @param callbackUrl the URL that Meta should call
/// @param localServer whether a local server, such as the simulator, is used instead of Meta
/// @param secretSince when the account was last changed, so that earlier signatures prove nothing
/// @param messageTag whether agents may write with the human agent tag
/// @param sendBlocks current problems of the outbox with this page
public record KnownFacts(
        String applicationId,
        String pageId,
        URI callbackUrl,
        boolean localServer,
        Instant secretSince,
        boolean messageTag,
        WebhookContact contact,
        List<SendBlock> sendBlocks,
        Instant now) {
    public KnownFacts {
        sendBlocks = List.copyOf(sendBlocks);
    }
}
