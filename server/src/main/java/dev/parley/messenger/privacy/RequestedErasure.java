package dev.parley.messenger.privacy;

import dev.parley.channel.Address;
import dev.parley.conversation.PersonErasure;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.graph.GraphResult;
import dev.parley.messenger.graph.PageExamination;
import dev.parley.messenger.privacy.PrivacyRequest.State;
import dev.parley.messenger.privacy.PrivacyRequests.Erased;
import dev.parley.platform.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Erases the person of a data deletion request. Meta identifies the person by an app-scoped id,
/// and is asked for the page-scoped ids on our pages. If it does not return these, the request is
/// left to an administrator.
@Component
class RequestedErasure {
    private static final Logger log = LoggerFactory.getLogger(RequestedErasure.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));

    private final PrivacyRequests requests;
    private final MessagingAccounts accounts;
    private final FacebookPages pages;
    private final PageExamination pageExamination;
    private final PersonErasure personErasure;

    RequestedErasure(
            PrivacyRequests requests,
            MessagingAccounts accounts,
            FacebookPages pages,
            PageExamination pageExamination,
            PersonErasure personErasure) {
        this.requests = requests;
        this.accounts = accounts;
        this.pages = pages;
        this.pageExamination = pageExamination;
        this.personErasure = personErasure;
    }

    void settle(PrivacyRequest request, Instant now) {
        var account = accounts.byId(request.account());
        if (account.isEmpty()) {
            requests.settle(request, State.ACTION_REQUIRED, null, Erased.NOTHING, null);
            return;
        }
        switch (pageExamination.idsForPages(account.get(), request.userId())) {
            case GraphResult.Answered<Map<String, String>>(var ids) ->
                    forgetAll(request, account.get(), ids);
            case GraphResult.Refused<Map<String, String>>(_, _, _, var detail) ->
                    requests.settle(request, State.ACTION_REQUIRED, detail, Erased.NOTHING, null);
            case GraphResult.NoResponse<Map<String, String>>(var detail) ->
                    requests.later(request, now.plus(BACKOFF.after(request.attempts())), detail);
            case GraphResult.NotAsked<Map<String, String>> _ ->
                    requests.settle(request, State.ACTION_REQUIRED, null, Erased.NOTHING, null);
        }
    }

    /// Each page in its own transaction: after an interruption the request is repeated, and erasing
    /// twice has the same effect as erasing once.
    private void forgetAll(
            PrivacyRequest request, MessagingAccount account, Map<String, String> ids) {
        var ours = pages.ofAccount(account.id()).stream().map(page -> page.pageId()).toList();
        var known = ids.entrySet().stream().filter(one -> ours.contains(one.getKey())).toList();
        var messages =
                known.stream()
                        .map(one -> new Address(FacebookChannel.KIND, one.getKey(), one.getValue()))
                        .mapToInt(personErasure::erase)
                        .sum();
        var state = known.isEmpty() ? State.NO_DATA : State.ERASED;
        requests.settle(request, state, null, new Erased(known.size(), messages), null);
        log.info("A person was erased on {} pages, with {} messages", known.size(), messages);
    }
}
