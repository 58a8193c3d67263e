package dev.parley.messenger.privacy;

import dev.parley.channel.Address;
import dev.parley.conversation.PersonErasure;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.graph.GraphResult;
import dev.parley.messenger.graph.PageExamination;
import dev.parley.messenger.privacy.PrivacyRequest.Kind;
import dev.parley.messenger.privacy.PrivacyRequest.State;
import dev.parley.messenger.privacy.PrivacyRequests.Erased;
import dev.parley.platform.PublicUrl;
import dev.parley.work.CrashJournal;
import dev.parley.work.Pump;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Accepts Meta's requests about people who want their data deleted, and erases it. Meta identifies
/// them by an app-scoped id, and is asked for their page-scoped ids on our pages. If it does not
/// return these, the request is left to an administrator.
@Component
public class DataDeletionRequests {
    private static final Logger log = LoggerFactory.getLogger(DataDeletionRequests.class);
    private static final JsonMapper json = JsonMapper.shared();
    private static final String CRASHED = "The server stopped twice while working on it";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final PrivacyRequests requests;
    private final MessagingAccounts accounts;
    private final FacebookPages pages;
    private final PageExamination pageExamination;
    private final PersonErasure personErasure;
    private final PublicUrl publicUrl;
    private final Audit audit;
    private final CrashJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DataDeletionRequests(
            PrivacyRequests requests,
            MessagingAccounts accounts,
            FacebookPages pages,
            PageExamination pageExamination,
            PersonErasure personErasure,
            PublicUrl publicUrl,
            Audit audit,
            CrashJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.accounts = accounts;
        this.pages = pages;
        this.pageExamination = pageExamination;
        this.personErasure = personErasure;
        this.publicUrl = publicUrl;
        this.audit = audit;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// Stores a request of Meta; empty if it is not from Meta.
    ///
    /// @param key of the account in its callback URL
    /// @param signedRequest null when it was missing
    public Optional<PrivacyRequest> accept(String key, Kind kind, @Nullable String signedRequest) {
        return signedRequest == null
                ? Optional.empty()
                : accounts.byKey(key)
                        .flatMap(found -> accept(found.account(), kind, signedRequest));
    }

    private Optional<PrivacyRequest> accept(
            MessagingAccount account, Kind kind, String signedRequest) {
        var stored =
                SignedRequest.read(signedRequest, secrets(account))
                        .map(request -> requests.add(account, kind, request));
        if (stored.isPresent() && kind == Kind.DEAUTHORIZATION) {
            events.publishEvent(new Deauthorized(account.id()));
        }
        return stored;
    }

    private List<String> secrets(MessagingAccount account) {
        var now = clock.instant();
        return Stream.concat(
                        Stream.of(account.appSecret()),
                        account
                                .previousSecret()
                                .filter(previous -> now.isBefore(previous.until()))
                                .stream()
                                .map(previous -> previous.secret()))
                .map(secret -> secret.reveal())
                .toList();
    }

    /// {@return the JSON response that Meta expects}
    public String answer(PrivacyRequest request) {
        return json.writeValueAsString(
                Map.of(
                        "url",
                        publicUrl.of("/data-deletion/" + request.code()),
                        "confirmation_code",
                        request.code()));
    }

    /// Erases a person whose page-scoped id an administrator has found out.
    ///
    /// @param person the page-scoped id
    /// @return how many messages were erased
    @Transactional
    public int erase(UUID id, String page, String person, UserId by) {
        var messages = personErasure.erase(new Address(FacebookChannel.KIND, page, person));
        requests.byId(id)
                .ifPresent(request -> settle(request, State.ERASED, new Erased(1, messages), by));
        return messages;
    }

    /// Closes a request after an administrator found that nothing is stored about the person.
    @Transactional
    public void close(UUID id, UserId by) {
        requests.byId(id).ifPresent(request -> settle(request, State.NOBODY, Erased.NOTHING, by));
    }

    private void settle(PrivacyRequest request, State state, Erased erased, UserId by) {
        if (requests.settle(request, state, request.detail(), erased, by)) {
            audit.record(
                    by,
                    "privacyRequest.settled",
                    "privacyRequest/" + request.id(),
                    Map.of("state", request.state().name()),
                    Map.of("state", state.name(), "messages", erased.messages()));
        }
    }

    /// {@return false if nothing was due}
    boolean settleOne() {
        var now = clock.instant();
        var claimed = requests.claim(now, now.plus(LEASE));
        claimed.ifPresent(request ->
                journal.run(
                        "privacy request",
                        request.id().toString(),
                        () -> settle(request, now),
                        () -> setAside(request)));
        return claimed.isPresent();
    }

    private void setAside(PrivacyRequest request) {
        requests.settle(request, State.UNMATCHED, CRASHED, Erased.NOTHING, null);
    }

    private void settle(PrivacyRequest request, Instant now) {
        var account = accounts.byId(request.account());
        if (account.isEmpty()) {
            requests.settle(request, State.UNMATCHED, null, Erased.NOTHING, null);
            return;
        }
        switch (pageExamination.idsForPages(account.get(), request.userId())) {
            case GraphResult.Answered<Map<String, String>>(var ids) ->
                    forgetAll(request, account.get(), ids);
            case GraphResult.Refused<Map<String, String>>(_, _, _, var detail) ->
                    requests.settle(request, State.UNMATCHED, detail, Erased.NOTHING, null);
            case GraphResult.NoResponse<Map<String, String>>(var detail) ->
                    requests.later(request, now.plus(pause(request)), detail);
            case GraphResult.NotAsked<Map<String, String>> _ ->
                    requests.settle(request, State.UNMATCHED, null, Erased.NOTHING, null);
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
        var state = known.isEmpty() ? State.NOBODY : State.ERASED;
        requests.settle(request, state, null, new Erased(known.size(), messages), null);
        log.info("A person was erased on {} pages, with {} messages", known.size(), messages);
    }

    private static Duration pause(PrivacyRequest request) {
        var pause = Duration.ofMinutes(1L << Math.min(request.attempts() - 1, 9));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        Pump privacyPump(DataDeletionRequests dataRequests) {
            return new Pump("privacy-requests", Duration.ofSeconds(1), dataRequests::settleOne);
        }
    }
}
