package dev.parley.messenger.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.Problems;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.doctor.Doctor;
import dev.parley.messenger.doctor.TestMessages;
import dev.parley.messenger.doctor.TokenReplacement;
import dev.parley.messenger.doctor.TokenReplacements;
import dev.parley.messenger.graph.Subscription;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One Facebook page: its status and the reasons, its subscription, its token, stopping it, and its
/// removal.
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
    private final TokenReplacements tokens;
    private final TestMessages testMessages;
    private final PageSubscriptions pageSubscribing;

    FacebookPageController(
            AccountScreen accounts,
            PageScreen screen,
            FacebookPages pages,
            Doctor doctor,
            TokenReplacements tokens,
            TestMessages testMessages,
            PageSubscriptions pageSubscribing) {
        this.accounts = accounts;
        this.screen = screen;
        this.pages = pages;
        this.doctor = doctor;
        this.tokens = tokens;
        this.testMessages = testMessages;
        this.pageSubscribing = pageSubscribing;
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
        return done(page, "checked");
    }

    @PostMapping("/subscription")
    Answer subscribe(
            PageFrame frame, SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var problems = pageSubscribing.words(frame, doctor.subscribe(account, page, me.userId()));
        return problems.isEmpty()
                ? done(page, "subscribed")
                : again(frame, account, page, problems);
    }

    @PostMapping("/token")
    Answer replaceToken(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            FormInput typed) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var token = typed.text("token");
        var problems =
                new FormCheck(frame.t())
                        .copied("token", "facebook.page.token", token, FormCheck.TOKEN);
        return problems.isEmpty()
                ? replaced(
                        frame,
                        account,
                        page,
                        tokens.replace(account, page, new Secret(token), me.userId()),
                        "token")
                : again(frame, account, page, problems);
    }

    @PostMapping("/exchange")
    Answer exchange(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            FormInput typed) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var token = typed.text("userToken");
        var problems =
                new FormCheck(frame.t())
                        .copied("userToken", "doctor.page.userToken", token, FormCheck.TOKEN);
        return problems.isEmpty()
                ? replaced(
                        frame,
                        account,
                        page,
                        tokens.exchange(account, page, new Secret(token), me.userId()),
                        "userToken")
                : again(frame, account, page, problems);
    }

    private Answer replaced(
            PageFrame frame,
            MessagingAccount account,
            FacebookPage page,
            TokenReplacement replacement,
            String field) {
        return switch (replacement) {
            case TokenReplacement.Replaced() ->
                    done(page, field.equals("token") ? "replaced" : "exchanged");
            case TokenReplacement.Conflict(var now) ->
                    again(frame, account, now, screen.overtaken(frame, now));
            case TokenReplacement.NotFound() ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case TokenReplacement.InvalidToken(var why) ->
                    again(frame, account, page, new TokenTexts(frame.t()).problems(field, why));
            case TokenReplacement.NotAUserToken() ->
                    again(frame, account, page, problem(frame, field, "facebook.pick.ofNoUser"));
            case TokenReplacement.NotTheirPage() ->
                    again(frame, account, page, problem(frame, field, "doctor.page.notTheirPage"));
        };
    }

    private static Problems problem(PageFrame frame, String field, String key) {
        return Problems.with(field, frame.text(key));
    }

    @PostMapping("/stop")
    Answer stop(SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var page = accounts.facebookPage(accounts.account(id), pageId);
        return switch (doctor.stop(page, me.userId())) {
            case Subscription.Subscribed() -> done(page, "stopped");
            case Subscription.Refused _ -> done(page, "stoppedOnly");
        };
    }

    @PostMapping("/start")
    Answer start(PageFrame frame, SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var problems = pageSubscribing.words(frame, doctor.start(account, page, me.userId()));
        return problems.isEmpty() ? done(page, "started") : again(frame, account, page, problems);
    }

    @GetMapping("/test-message")
    JteModel testMessage(PageFrame frame, @PathVariable UUID id, @PathVariable UUID pageId) {
        return screen.testMessage(frame, accounts.facebookPage(accounts.account(id), pageId));
    }

    @PostMapping("/test-message")
    Answer startTestMessage(SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var page = accounts.facebookPage(accounts.account(id), pageId);
        testMessages.start(page, me.userId());
        return Answer.redirect(PageScreen.address(page) + "#test-message");
    }

    @PostMapping("/test-message/end")
    Answer endTestMessage(@PathVariable UUID id, @PathVariable UUID pageId) {
        var page = accounts.facebookPage(accounts.account(id), pageId);
        testMessages.end(page);
        return Answer.redirect(PageScreen.address(page) + "#test-message");
    }

    /// The page's channel in its workstream must be removed first.
    @PostMapping("/removal")
    Answer remove(PageFrame frame, SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var workstream = screen.workstreamOf(page);
        if (!workstream.isEmpty()) {
            var words = frame.text("doctor.page.usedIn", workstream);
            return again(frame, account, page, Problems.with("removal", words));
        }
        pages.remove(page, me.userId());
        return Answer.redirect(accounts.address(account) + "?saved");
    }

    private static Answer done(FacebookPage page, String what) {
        return Answer.redirect(PageScreen.address(page) + "?" + what);
    }

    private Answer again(
            PageFrame frame, MessagingAccount account, FacebookPage page, Problems problems) {
        return Answer.invalid(screen.show(frame, account, page, problems, ""));
    }
}
