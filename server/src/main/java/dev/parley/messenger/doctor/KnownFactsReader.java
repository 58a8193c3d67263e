package dev.parley.messenger.doctor;

import dev.parley.messenger.MessengerSettings;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.WebhookContacts;
import dev.parley.outbox.SendBlocks;
import dev.parley.platform.PublicUrl;
import dev.parley.workstream.Workstreams;
import java.net.URI;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Collects what Parley itself knows about a page.
@Component
class KnownFactsReader {
    private final WebhookContacts contacts;
    private final SendBlocks sendBlocks;
    private final Workstreams workstreams;
    private final PublicUrl publicUrl;
    private final MessengerSettings settings;

    KnownFactsReader(
            WebhookContacts contacts,
            SendBlocks sendBlocks,
            Workstreams workstreams,
            PublicUrl publicUrl,
            MessengerSettings settings) {
        this.contacts = contacts;
        this.sendBlocks = sendBlocks;
        this.workstreams = workstreams;
        this.publicUrl = publicUrl;
        this.settings = settings;
    }

    KnownFacts read(MessagingAccount account, FacebookPage page, Instant now) {
        var endpoint = FacebookChannel.endpoint(page.pageId());
        return new KnownFacts(
                account.applicationId(),
                page.pageId(),
                URI.create(publicUrl.of(account.callbackPath())),
                settings.usesLocalServer(),
                account.changedAt(),
                workstreams.handlingOf(endpoint).extendedWindow(),
                contacts.of(account.id()),
                sendBlocks.of(endpoint),
                now);
    }
}
