package dev.parley.admin;

import dev.parley.admin.view.Problems;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.doctor.Doctor;
import dev.parley.messenger.doctor.Replacement;
import dev.parley.messenger.doctor.TokenReplacing;
import dev.parley.messenger.doctor.Trials;
import dev.parley.messenger.graph.Subscription;
import dev.parley.messenger.setup.FacebookPage;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.messenger.setup.Secret;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.Frame;
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

/// One Facebook page: how it stands and why, its subscription, its token, its rest, its end.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}/pages/{pageId}")
class FacebookPageController {
    private static final Notices NOTICES =
            new Notices(
                    Map.of(
                            "checked", "doctor.page.checkedNow",
                            "subscribed", "doctor.page.subscribed",
                            "replaced", "doctor.page.replaced",
                            "exchanged", "doctor.page.exchanged",
                            "stopped", "doctor.page.isStopped",
                            "stoppedOnly", "doctor.page.isStoppedOnly",
                            "started", "doctor.page.isStarted"));

    private final AccountPage accounts;
    private final PageScreen screen;
    private final FacebookPages pages;
    private final Doctor doctor;
    private final TokenReplacing tokens;
    private final Trials trials;
    private final Subscribing subscribing;

    FacebookPageController(
            AccountPage accounts,
            PageScreen screen,
            FacebookPages pages,
            Doctor doctor,
            TokenReplacing tokens,
            Trials trials,
            Subscribing subscribing) {
        this.accounts = accounts;
        this.screen = screen;
        this.pages = pages;
        this.doctor = doctor;
        this.tokens = tokens;
        this.trials = trials;
        this.subscribing = subscribing;
    }

    @GetMapping
    JteModel show(
            Frame frame,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            @RequestParam Map<String, String> asked) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        return screen.show(frame, account, page, Problems.NONE, NOTICES.words(frame, asked));
    }

    /// How it stands, for a screen that is open. What has been seen already is not put in place
    /// again: nothing under a hand or a finger moves.
    @GetMapping("/checks")
    JteModel checks(
            Frame frame,
            HttpServletResponse response,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            @RequestParam(defaultValue = "") String seen) {
        var view = screen.checksOf(frame, accounts.facebookPage(accounts.account(id), pageId));
        leave(response, view.seen().equals(seen));
        return screen.checks(frame, view);
    }

    /// The same in a list of pages.
    @GetMapping("/state")
    JteModel state(
            Frame frame,
            HttpServletResponse response,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            @RequestParam(defaultValue = "") String seen) {
        var page = accounts.facebookPage(accounts.account(id), pageId);
        var state = doctor.of(page).shown();
        leave(response, state.word().equals(seen));
        return screen.state(frame, page, state);
    }

    private static void leave(HttpServletResponse response, boolean asItIs) {
        if (asItIs) {
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
    Answer subscribe(Frame frame, SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var problems = subscribing.words(frame, doctor.subscribe(account, page, me.userId()));
        return problems.none() ? done(page, "subscribed") : again(frame, account, page, problems);
    }

    @PostMapping("/token")
    Answer replaceToken(
            Frame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            @RequestParam(defaultValue = "") String token) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var typed = token.strip();
        var problems = new Check(frame.t()).copied("token", "admin.page.token", typed, Check.TOKEN);
        return problems.none()
                ? replaced(
                        frame,
                        account,
                        page,
                        tokens.replace(account, page, new Secret(typed), me.userId()),
                        "token")
                : again(frame, account, page, problems);
    }

    @PostMapping("/exchange")
    Answer exchange(
            Frame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            @RequestParam(defaultValue = "") String userToken) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var typed = userToken.strip();
        var problems =
                new Check(frame.t())
                        .copied("userToken", "doctor.page.userToken", typed, Check.TOKEN);
        return problems.none()
                ? replaced(
                        frame,
                        account,
                        page,
                        tokens.exchange(account, page, new Secret(typed), me.userId()),
                        "userToken")
                : again(frame, account, page, problems);
    }

    private Answer replaced(
            Frame frame,
            MessagingAccount account,
            FacebookPage page,
            Replacement replacement,
            String field) {
        return switch (replacement) {
            case Replacement.Replaced() ->
                    done(page, field.equals("token") ? "replaced" : "exchanged");
            case Replacement.Unfit(var why) ->
                    again(frame, account, page, new TokenWords(frame.t()).problems(field, why));
            case Replacement.OfNoUser() ->
                    again(frame, account, page, problem(frame, field, "admin.pick.ofNoUser"));
            case Replacement.NotTheirPage() ->
                    again(frame, account, page, problem(frame, field, "doctor.page.notTheirPage"));
        };
    }

    private static Problems problem(Frame frame, String field, String key) {
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
    Answer start(Frame frame, SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var problems = subscribing.words(frame, doctor.start(account, page, me.userId()));
        return problems.none() ? done(page, "started") : again(frame, account, page, problems);
    }

    @GetMapping("/trial")
    JteModel trial(Frame frame, @PathVariable UUID id, @PathVariable UUID pageId) {
        return screen.trial(frame, accounts.facebookPage(accounts.account(id), pageId));
    }

    @PostMapping("/trial")
    Answer startTrial(SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var page = accounts.facebookPage(accounts.account(id), pageId);
        trials.start(page, me.userId());
        return Answer.sendOn(PageScreen.address(page) + "#trial");
    }

    @PostMapping("/trial/end")
    Answer endTrial(@PathVariable UUID id, @PathVariable UUID pageId) {
        var page = accounts.facebookPage(accounts.account(id), pageId);
        trials.end(page);
        return Answer.sendOn(PageScreen.address(page) + "#trial");
    }

    /// What stands in the way goes first: the page's channel in its workstream (reference F61).
    @PostMapping("/removal")
    Answer remove(Frame frame, SignedIn me, @PathVariable UUID id, @PathVariable UUID pageId) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var workstream = screen.workstreamOf(page);
        if (!workstream.isEmpty()) {
            var words = frame.text("doctor.page.usedIn", workstream);
            return again(frame, account, page, Problems.with("removal", words));
        }
        pages.remove(page, me.userId());
        return Answer.sendOn(accounts.address(account) + "?saved");
    }

    private static Answer done(FacebookPage page, String what) {
        return Answer.sendOn(PageScreen.address(page) + "?" + what);
    }

    private Answer again(
            Frame frame, MessagingAccount account, FacebookPage page, Problems problems) {
        return Answer.showAgain(screen.show(frame, account, page, problems, ""));
    }
}
