package dev.parley.messenger.admin;

import dev.parley.admin.kit.EndpointScreens;
import dev.parley.admin.kit.EndpointTexts;
import dev.parley.admin.kit.FailedEventTexts;
import dev.parley.admin.kit.Link;
import dev.parley.channel.ChannelKind;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.platform.language.Texts;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.WorkstreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Facebook pages as endpoints of workstreams.
@Component
class FacebookEndpoints implements EndpointScreens {
    private final FacebookPages pages;
    private final MessagingAccounts accounts;

    FacebookEndpoints(FacebookPages pages, MessagingAccounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    @Override
    public ChannelKind channel() {
        return FacebookChannel.KIND;
    }

    @Override
    public Map<String, String> names() {
        return pages.names();
    }

    @Override
    public Optional<String> accountOf(String source) {
        return accounts.byKey(source).map(found -> found.account().name());
    }

    @Override
    public EndpointTexts texts(Texts t) {
        return new EndpointTexts(
                t.text("facebook.pages.one"),
                t.text("facebook.pages.search"),
                t.text("facebook.pages.notSetUp"),
                t.text("facebook.pages.notSetUpNext"),
                t.text("facebook.pages.notSetUpDefault"));
    }

    @Override
    public FailedEventTexts failedEvents(Texts t) {
        return new FailedEventTexts(
                t.text("facebook.deadLetters.unreadableNext"),
                t.text("facebook.deadLetters.notForPagesNext"),
                t.text("facebook.deadLetters.unknownPageNext"));
    }

    @Override
    public Link setUp(Texts t, WorkstreamId workstream) {
        return new Link(
                t.text("facebook.setUp"),
                "/admin/workstreams/%s/set-up-facebook".formatted(workstream));
    }

    @Override
    public String address(WorkstreamId workstream, String endpoint) {
        return "/admin/workstreams/%s/pages/%s".formatted(workstream, endpoint);
    }

    @Override
    public List<String> switchedOn(Texts t, InstanceFeatures features) {
        var on = new ArrayList<String>();
        if (features.customerFiles()) {
            on.add(t.text("facebook.features.customerFiles"));
        }
        if (features.agentFiles()) {
            on.add(t.text("facebook.features.agentFiles"));
        }
        if (features.extendedWindow()) {
            on.add(t.text("facebook.features.messageTag"));
        }
        return on;
    }
}
