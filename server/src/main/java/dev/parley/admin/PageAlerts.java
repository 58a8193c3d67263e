package dev.parley.admin;

import static java.util.stream.Collectors.toMap;

import dev.parley.admin.view.AlertLine;
import dev.parley.messenger.doctor.Alerts;
import dev.parley.messenger.doctor.FindingTexts;
import dev.parley.messenger.doctor.PageAlert;
import dev.parley.messenger.privacy.PrivacyRequests;
import dev.parley.messenger.setup.FacebookPageLine;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.platform.language.Texts;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells on the first page of the admin centre which pages need somebody.
@Component
class PageAlerts {
    private final Alerts alerts;
    private final FacebookPages pages;
    private final PrivacyRequests requests;

    PageAlerts(Alerts alerts, FacebookPages pages, PrivacyRequests requests) {
        this.alerts = alerts;
        this.pages = pages;
        this.requests = requests;
    }

    /// {@return one line for each page and cause, the latest first}
    List<AlertLine> lines(Texts t) {
        var known = pages.lines().stream().collect(toMap(FacebookPageLine::pageId, page -> page));
        return alerts.goingOn().stream()
                .flatMap(alert -> lines(t, alert, known.get(alert.page())))
                .toList();
    }

    private static Stream<AlertLine> lines(
            Texts t, PageAlert alert, @Nullable FacebookPageLine page) {
        return page == null ? Stream.empty() : Stream.of(line(t, alert, page));
    }

    /// {@return how many people wait to be forgotten whom Meta did not name}
    long unmatched() {
        return requests.countUnmatched();
    }

    private static AlertLine line(Texts t, PageAlert alert, FacebookPageLine page) {
        var words = new FindingTexts(t);
        var ending = alert.days() > 0;
        return new AlertLine(
                ending ? "warning" : "negative",
                t.text(ending ? "doctor.alert.ending" : "doctor.alert", page.name()),
                words.found(alert.cause(), alert.facts()).strip(),
                words.mend(alert.cause(), alert.facts()),
                alert.beganAt(),
                PageScreen.address(page.account(), page.id()));
    }
}
