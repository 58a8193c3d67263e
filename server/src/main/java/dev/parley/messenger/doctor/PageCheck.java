package dev.parley.messenger.doctor;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.parley.conversation.Conversations;
import dev.parley.messenger.MessengerSettings;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.account.WebhookContacts;
import dev.parley.messenger.doctor.PageStatuses.Span;
import dev.parley.messenger.graph.GraphResult;
import dev.parley.messenger.graph.PageExamination;
import dev.parley.messenger.graph.PageMeasurement;
import dev.parley.messenger.graph.PageMeasurement.Installed;
import dev.parley.messenger.graph.PageMeasurement.Token;
import dev.parley.outbox.SendBlocks;
import dev.parley.platform.PublicUrl;
import dev.parley.work.CrashJournal;
import dev.parley.workstream.Workstreams;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Checks one page that is due: asks Meta, judges the answers, and stores the result. If the server
/// is stopped meanwhile, the page becomes due again.
@Component
class PageCheck {
    private static final Logger log = LoggerFactory.getLogger(PageCheck.class);

    /// Longer than all calls take together: after one without a response, no more are made.
    private static final Duration LEASE = Duration.ofMinutes(3);

    /// How soon a page is checked again after a handshake; later checks become less frequent.
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Duration AT_WORK = Duration.ofMinutes(5);
    private static final Duration WHILE_UNREACHABLE = Duration.ofMinutes(5);
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int WRITERS = 3;

    private final PageStatuses pageStatuses;
    private final Alerts alerts;
    private final WebhookContacts contacts;
    private final PageExamination pageExamination;
    private final FacebookPages pages;
    private final MessagingAccounts accounts;
    private final Conversations conversations;
    private final SendBlocks sendBlocks;
    private final Workstreams workstreams;
    private final PublicUrl publicUrl;
    private final MessengerSettings messenger;
    private final DoctorSettings settings;
    private final CrashJournal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PageCheck(
            PageStatuses pageStatuses,
            Alerts alerts,
            WebhookContacts contacts,
            PageExamination pageExamination,
            FacebookPages pages,
            MessagingAccounts accounts,
            Conversations conversations,
            SendBlocks sendBlocks,
            Workstreams workstreams,
            PublicUrl publicUrl,
            MessengerSettings messenger,
            DoctorSettings settings,
            CrashJournal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.pageStatuses = pageStatuses;
        this.alerts = alerts;
        this.contacts = contacts;
        this.pageExamination = pageExamination;
        this.pages = pages;
        this.accounts = accounts;
        this.conversations = conversations;
        this.sendBlocks = sendBlocks;
        this.workstreams = workstreams;
        this.publicUrl = publicUrl;
        this.messenger = messenger;
        this.settings = settings;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// {@return false if nothing was due}
    boolean checkOne() {
        var now = clock.instant();
        var lease = now.plus(LEASE).truncatedTo(MILLIS);
        var claimed = pageStatuses.claim(now, lease);
        claimed.flatMap(pages::byPageId)
                .ifPresent(page ->
                        journal.run(
                                "diagnostics",
                                page.pageId(),
                                () -> lookAt(page, lease),
                                () -> pageStatuses.setAside(page.pageId(), later(now))));
        return claimed.isPresent();
    }

    private Instant later(Instant now) {
        return now.plus(settings.checkEvery());
    }

    private void lookAt(FacebookPage page, Instant lease) {
        if (page.isStopped()) {
            transaction.executeWithoutResult(_ -> rest(page));
            return;
        }
        accounts.byId(page.account()).ifPresent(account -> lookAt(account, page, lease));
    }

    private void rest(FacebookPage page) {
        var now = clock.instant();
        var before = pageStatuses.lock(page.pageId());
        pageStatuses.stop(page.pageId(), now, now.plus(settings.checkEvery()));
        alerts.replace(page.pageId(), List.of(), now);
        if (before.isPresent() && before.get().state() != ProvisioningState.STOPPED) {
            pageStatuses.addHistory(page.pageId(), now, ProvisioningState.STOPPED, List.of());
        }
    }

    private void lookAt(MessagingAccount account, FacebookPage page, Instant lease) {
        var measured = pageExamination.of(account, page, latestWriters(page));
        var now = clock.instant();
        var known = knownFacts(account, page, now);
        var findings = Diagnosis.of(measured, known);
        transaction.executeWithoutResult(_ -> {
            if (pages.byPageId(page.pageId()).filter(one -> !one.isStopped()).isPresent()) {
                keep(account, page, measured, findings, Times.of(known, lease));
            }
        });
    }

    private List<String> latestWriters(FacebookPage page) {
        var since = clock.instant().minus(LATELY);
        return conversations.recentlyActivePeople(
                FacebookChannel.KIND, page.pageId(), since, WRITERS);
    }

    private KnownFacts knownFacts(MessagingAccount account, FacebookPage page, Instant now) {
        return new KnownFacts(
                account.applicationId(),
                page.pageId(),
                URI.create(publicUrl.of(account.callbackPath())),
                messenger.usesLocalServer(),
                account.changedAt(),
                workstreams.handlingOf(FacebookChannel.endpoint(page.pageId())).extendedWindow(),
                contacts.of(account.id()),
                sendBlocks.of(FacebookChannel.endpoint(page.pageId())),
                now);
    }

    private void keep(
            MessagingAccount account,
            FacebookPage page,
            PageMeasurement measured,
            List<Finding> findings,
            Times times) {
        var before = pageStatuses.lock(page.pageId());
        if (before.isEmpty()) {
            return;
        }
        var state = Diagnosis.state(findings);
        var causes = causes(findings);
        if (before.get().state() != state
                || !causes.equals(causes(pageStatuses.findings(page.pageId())))) {
            pageStatuses.addHistory(page.pageId(), times.now, state, causes);
            log.info("Page {} is {} {}", page.pageId(), state, causes);
        }
        var next = next(findings, state, times);
        pageStatuses.save(
                page.pageId(),
                state,
                findings,
                token(measured),
                fields(account, measured),
                new Span(times.now, times.lease, next));
        alerts.replace(page.pageId(), findings, times.now);
    }

    private static List<String> causes(List<Finding> findings) {
        return findings.stream()
                .filter(one -> one.verdict() == CheckVerdict.WRONG)
                .map(Finding::cause)
                .toList();
    }

    private static @Nullable Token token(PageMeasurement measured) {
        return measured.token() instanceof GraphResult.Answered<Token>(var token) ? token : null;
    }

    private static List<String> fields(MessagingAccount account, PageMeasurement measured) {
        return measured.installed() instanceof GraphResult.Answered<List<Installed>>(var all)
                ? all.stream()
                        .filter(one -> one.appId().equals(account.applicationId()))
                        .findFirst()
                        .map(Installed::fields)
                        .orElse(List.of())
                : List.of();
    }

    /// A page whose token expires is also checked when an alert about it is due.
    private Instant next(List<Finding> findings, ProvisioningState state, Times times) {
        var now = times.now;
        var usual = now.plus(pause(findings, state, times));
        return findings.stream()
                .filter(one -> one.topic() == Topic.LIFETIME && !one.facts().isEmpty())
                .map(one -> Instant.parse(one.facts().getFirst()))
                .flatMap(PageCheck::thresholds)
                .filter(at -> at.isAfter(now))
                .reduce(usual, (one, other) -> one.isBefore(other) ? one : other);
    }

    /// After Meta's handshake an administrator is at work there, and waits for the result.
    private Duration pause(List<Finding> findings, ProvisioningState state, Times times) {
        if (state == ProvisioningState.RUNNING) {
            return settings.checkEvery();
        }
        var sinceHandshake = times.sinceHandshake();
        if (sinceHandshake.isPositive() && sinceHandshake.compareTo(AT_WORK) < 0) {
            return sinceHandshake.compareTo(SOON) < 0 ? SOON : sinceHandshake;
        }
        return findings.stream().anyMatch(one -> one.cause().equals("unreachable"))
                ? WHILE_UNREACHABLE
                : settings.checkAgainAfter();
    }

    private static Stream<Instant> thresholds(Instant end) {
        return Stream.concat(
                Diagnosis.THRESHOLDS.stream().map(days -> end.minus(Duration.ofDays(days))),
                Stream.of(end));
    }

    /// @param handshake when Meta last verified the callback URL; null for never
    private record Times(Instant now, Instant lease, @Nullable Instant handshake) {
        static Times of(KnownFacts known, Instant lease) {
            return new Times(known.now(), lease, known.contact().verifiedAt());
        }

        /// {@return how long ago that was; zero for never}
        Duration sinceHandshake() {
            return handshake == null ? Duration.ZERO : Duration.between(handshake, now);
        }
    }
}
