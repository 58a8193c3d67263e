package dev.parley.privacy.web;

import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.privacy.MonitoringNotice;
import dev.parley.privacy.MonitoringNotices;
import dev.parley.privacy.MonitoringNotices.Duty;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The monitoring notice as an agent gets it: they acknowledge it, and go on to where they wanted.
@Controller
class AcknowledgementController {
    static final String ADDRESS = "/monitoring-notice";

    private static final String DESK = "/desk";
    private static final int LONGEST_PATH = 300;

    private final Templates templates;
    private final MonitoringNotices notices;

    AcknowledgementController(Templates templates, MonitoringNotices notices) {
        this.templates = templates;
        this.notices = notices;
    }

    /// @param to where the agent wanted to go
    @GetMapping(ADDRESS)
    Answer page(PageFrame frame, SignedIn me, @RequestParam(defaultValue = DESK) String to) {
        var notice = notices.last().filter(MonitoringNotice::isInForce);
        if (notice.isEmpty()) {
            return Answer.redirect(deskPath(to));
        }
        var duty = notices.dutyOf(me, notice.get().publishedAt());
        return duty == Duty.NONE
                ? Answer.redirect(deskPath(to))
                : Answer.show(
                        templates.privacyAcknowledge(
                                frame, notice.get(), duty == Duty.AT_NEXT_PAGE, deskPath(to)));
    }

    @PostMapping(ADDRESS)
    Answer acknowledge(PageFrame frame, SignedIn me, FormInput typed) {
        typed.id("notice")
                .ifPresent(notice -> notices.acknowledge(me, notice, frame.t().language()));
        return Answer.redirect(deskPath(typed.text("to")));
    }

    /// Only a page of the desk.
    private static String deskPath(String path) {
        var ofDesk =
                path.equals(DESK) || path.startsWith(DESK + "/") || path.startsWith(DESK + "?");
        return ofDesk && path.length() <= LONGEST_PATH && path.matches("[\\w/?&=.%-]+")
                ? path
                : DESK;
    }
}
