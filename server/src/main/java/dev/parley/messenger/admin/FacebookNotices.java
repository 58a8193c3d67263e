package dev.parley.messenger.admin;

import static java.util.stream.Collectors.toMap;

import dev.parley.admin.kit.HomeNotice;
import dev.parley.admin.kit.HomeNotice.Action;
import dev.parley.admin.kit.HomeNotices;
import dev.parley.channel.EndpointNames.EndpointName;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.FacebookPageLine;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.PageNotice;
import dev.parley.messenger.account.PageNotices;
import dev.parley.messenger.doctor.Alerts;
import dev.parley.messenger.doctor.FindingTexts;
import dev.parley.messenger.doctor.PageAlert;
import dev.parley.messenger.privacy.PrivacyRequests;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Facebook's notices on the home page of the administration: pages that need attention, data
/// deletion requests whose person Meta did not identify, and Meta's notices about pages.
@Controller
class FacebookNotices implements HomeNotices {
    private final Alerts alerts;
    private final FacebookPages pages;
    private final PageNotices notices;
    private final PrivacyRequests requests;

    FacebookNotices(
            Alerts alerts, FacebookPages pages, PageNotices notices, PrivacyRequests requests) {
        this.alerts = alerts;
        this.pages = pages;
        this.notices = notices;
        this.requests = requests;
    }

    @Override
    public List<HomeNotice> notices(PageFrame frame) {
        return Stream.of(alerts(frame.t()), unmatched(frame.t()), ofMeta(frame.t()))
                .flatMap(notices -> notices)
                .toList();
    }

    /// Marks Meta's notice about a page as read by the administrator.
    @PostMapping("/admin/page-notices/{id}/read")
    Answer read(SignedIn me, @PathVariable UUID id) {
        notices.read(id, me.userId());
        return Answer.redirect("/admin");
    }

    /// One for each page and cause, the latest first.
    private Stream<HomeNotice> alerts(Texts t) {
        var active = alerts.active();
        if (active.isEmpty()) {
            return Stream.empty();
        }
        var known =
                pages.linesOf(active.stream().map(PageAlert::page).toList()).stream()
                        .collect(toMap(FacebookPageLine::pageId, page -> page));
        return active.stream().flatMap(alert -> alert(t, alert, known.get(alert.page())));
    }

    private static Stream<HomeNotice> alert(
            Texts t, PageAlert alert, @Nullable FacebookPageLine page) {
        if (page == null) {
            return Stream.empty();
        }
        var words = new FindingTexts(t);
        var ending = alert.days() > 0;
        return Stream.of(
                new HomeNotice(
                        "page-alert",
                        ending ? "warning" : "negative",
                        t.text(ending ? "doctor.alert.ending" : "doctor.alert", page.name()),
                        alert.beganAt(),
                        List.of(
                                words.found(alert.cause(), alert.facts()).strip(),
                                words.fix(alert.cause(), alert.facts())),
                        "",
                        new Action.Open(
                                t.text("doctor.alert.open"),
                                PageScreen.address(page.account(), page.id()) + "#checks")));
    }

    private Stream<HomeNotice> unmatched(Texts t) {
        var unmatched = requests.countUnmatched();
        return unmatched == 0
                ? Stream.empty()
                : Stream.of(
                        new HomeNotice(
                                "privacy-alert",
                                "warning",
                                "",
                                null,
                                List.of(t.count("privacy.actionRequired", unmatched)),
                                "",
                                new Action.Open(t.text("privacy.title"), "/admin/data-requests")));
    }

    private Stream<HomeNotice> ofMeta(Texts t) {
        var unread = notices.unread();
        if (unread.isEmpty()) {
            return Stream.empty();
        }
        var names = pages.namesOf(unread.stream().map(PageNotice::pageId).toList());
        return unread.stream().map(notice -> ofMeta(t, notice, name(names, notice.pageId())));
    }

    private static String name(Map<String, EndpointName> names, String page) {
        var known = names.get(page);
        return known == null ? page : known.name();
    }

    private static HomeNotice ofMeta(Texts t, PageNotice notice, String page) {
        return new HomeNotice(
                "page-notice",
                notice.warning().equals("unblocked") ? "positive" : "negative",
                t.text("facebook.notice." + notice.warning(), page),
                notice.at(),
                List.of(t.text("facebook.notice.next." + notice.warning())),
                Objects.requireNonNullElse(notice.reason(), ""),
                new Action.Send(
                        t.text("facebook.notice.read"),
                        "/admin/page-notices/%s/read".formatted(notice.id())));
    }
}
