package dev.parley.messenger.admin;

import dev.parley.admin.kit.SavedNotices;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.doctor.Doctor;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One Facebook page: its status and the reasons, and its removal.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}/pages/{pageId}")
class FacebookPageController {
    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "checked", "doctor.page.checkedNow",
                            "subscribed", "doctor.page.subscribed",
                            "replaced", "doctor.page.replaced",
                            "exchanged", "doctor.page.exchanged",
                            "stopped", "doctor.page.isStopped",
                            "stoppedOnly", "doctor.page.isStoppedOnly",
                            "started", "doctor.page.isStarted"));

    private final AccountScreen accounts;
    private final PageScreen screen;
    private final FacebookPages pages;
    private final Doctor doctor;

    FacebookPageController(
            AccountScreen accounts, PageScreen screen, FacebookPages pages, Doctor doctor) {
        this.accounts = accounts;
        this.screen = screen;
        this.pages = pages;
        this.doctor = doctor;
    }

    @GetMapping
    JteModel show(
            PageFrame frame,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            @RequestParam Map<String, String> asked) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        return screen.show(frame, account, page, Problems.NONE, NOTICES.text(frame, asked));
    }

    /// The status, for a screen that is open. What is already shown is not replaced, so that
    /// nothing moves under a pointer or a finger.
    @GetMapping("/checks")
    JteModel checks(
            PageFrame frame,
            HttpServletResponse response,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            @RequestParam(defaultValue = "") String seen) {
        var view = screen.checksOf(frame, accounts.facebookPage(accounts.account(id), pageId));
        skipSwap(response, view.seen().equals(seen));
        return screen.checks(frame, view);
    }

    /// The same in a list of pages.
    @GetMapping("/state")
    JteModel state(
            PageFrame frame,
            HttpServletResponse response,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            @RequestParam(defaultValue = "") String seen) {
        var page = accounts.facebookPage(accounts.account(id), pageId);
        var state = doctor.of(page).shown();
        skipSwap(response, state.key().equals(seen));
        return screen.state(frame, page, state);
    }

    private static void skipSwap(HttpServletResponse response, boolean unchanged) {
        if (unchanged) {
            response.setHeader("HX-Reswap", "none");
        }
    }

    @PostMapping("/check")
    Answer check(SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var page = accounts.facebookPage(accounts.account(id), pageId);
        doctor.checkAgain(page, me.userId());
        return PageScreen.done(page, "checked");
    }

    /// The page's channel in its workstream must be removed first.
    @PostMapping("/removal")
    Answer remove(PageFrame frame, SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var workstream = screen.workstreamOf(page);
        if (!workstream.isEmpty()) {
            var words = frame.text("doctor.page.usedIn", workstream);
            return screen.again(frame, account, page, Problems.with("removal", words));
        }
        pages.remove(page, me.userId());
        return Answer.redirect(AccountScreen.address(account) + "?saved");
    }
}
