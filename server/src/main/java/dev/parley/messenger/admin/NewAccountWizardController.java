package dev.parley.messenger.admin;

import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.AccountCreation;
import dev.parley.messenger.account.AccountCreation.Result;
import dev.parley.messenger.account.AccountDraft;
import dev.parley.messenger.account.AccountDraft.Proof;
import dev.parley.messenger.account.AccountDrafts;
import dev.parley.messenger.account.PrivacyConsent;
import dev.parley.messenger.admin.view.AccountForm;
import dev.parley.messenger.graph.AppVerdict;
import dev.parley.messenger.graph.TokenVerifier;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The wizard *New account*: each step, forwards and backwards, stores the input in a draft; the
/// last step saves everything or nothing.
@Controller
@RequestMapping(NewAccountScreen.ADDRESS)
class NewAccountWizardController {
    private final NewAccountScreen page;
    private final AccountDrafts drafts;
    private final AccountCreation opening;
    private final TokenVerifier tokenVerifier;
    private final PageSubscriptions pageSubscribing;
    private final Clock clock;

    NewAccountWizardController(
            NewAccountScreen page,
            AccountDrafts drafts,
            AccountCreation opening,
            TokenVerifier tokenVerifier,
            PageSubscriptions pageSubscribing,
            Clock clock) {
        this.page = page;
        this.drafts = drafts;
        this.opening = opening;
        this.tokenVerifier = tokenVerifier;
        this.pageSubscribing = pageSubscribing;
        this.clock = clock;
    }

    @GetMapping
    JteModel begin(PageFrame frame) {
        return page.channel(frame, AccountForm.EMPTY, Problems.NONE);
    }

    @PostMapping
    Answer begin(PageFrame frame, SignedIn me, FormInput typed) {
        return named(frame, drafts.begin(me.userId()).named(typed.text("name")));
    }

    @GetMapping("/{id}")
    JteModel channel(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        return page.channel(frame, page.draft(id, me), Problems.NONE);
    }

    @PostMapping("/{id}")
    Answer channel(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        return named(frame, page.draft(id, me).named(typed.text("name")));
    }

    private Answer named(PageFrame frame, AccountDraft draft) {
        drafts.save(draft);
        var problems = NewAccountScreen.ofChannel(frame.t(), draft);
        return problems.isEmpty()
                ? Answer.redirect(NewAccountScreen.address(draft) + "/application")
                : Answer.invalid(page.channel(frame, draft, problems));
    }

    @GetMapping("/{id}/application")
    JteModel application(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var draft = page.draft(id, me);
        return page.application(frame, draft, new AppTexts(frame.t()).problems(draft.proof()));
    }

    @PostMapping("/{id}/application")
    Answer application(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var before = page.draft(id, me);
        var draft =
                before.ofApp(
                        typed.text("applicationId"),
                        typed.text("applicationSecret"),
                        typed.flag("consent") ? consent(frame, before) : Optional.empty());
        drafts.save(draft);
        if (typed.flag("back")) {
            return Answer.redirect(NewAccountScreen.address(draft));
        }
        var problems = NewAccountScreen.ofApplication(frame.t(), draft);
        if (!problems.isEmpty()) {
            return Answer.invalid(page.application(frame, draft, problems));
        }
        var checked = checked(frame, draft, typed.flag("unchecked"));
        return checked.problems.isEmpty()
                ? Answer.redirect(NewAccountScreen.address(draft) + "/pages")
                : Answer.invalid(page.application(frame, checked.draft, checked.problems));
    }

    /// Saves everything, or saves nothing and shows the problem.
    @PostMapping("/{id}/save")
    Answer save(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var draft = page.draft(id, me);
        var channel = NewAccountScreen.ofChannel(frame.t(), draft);
        if (!channel.isEmpty()) {
            return Answer.invalid(page.channel(frame, draft, channel));
        }
        var application = NewAccountScreen.ofApplication(frame.t(), draft);
        if (!application.isEmpty()) {
            return Answer.invalid(page.application(frame, draft, application));
        }
        if (!NewAccountScreen.mayAddPages(frame.t(), draft)) {
            var checked = checked(frame, draft, false);
            if (!checked.problems.isEmpty()) {
                return Answer.invalid(page.application(frame, checked.draft, checked.problems));
            }
        }
        return switch (opening.create(draft)) {
            case Result.Created(var account) -> {
                pageSubscribing.subscribeAll(account, draft.pages());
                yield Answer.redirect(
                        "/admin/messaging-accounts/%s/callback?new".formatted(account.id()));
            }
            case Result.PagesUsed used -> Answer.invalid(used(frame, draft, used));
        };
    }

    @PostMapping("/{id}/discard")
    Answer discard(SignedIn me, @PathVariable UUID id) {
        drafts.discard(page.draft(id, me));
        return Answer.redirect("/admin/messaging-accounts");
    }

    private JteModel used(PageFrame frame, AccountDraft draft, Result.PagesUsed used) {
        var words =
                used.pages().stream()
                        .map(one ->
                                frame.text(
                                        "facebook.page.usedNow",
                                        one.page().name(),
                                        one.page().pageId(),
                                        one.holder().name()))
                        .collect(Collectors.joining(" "));
        var problems =
                Problems.with("pages", words + " " + frame.text("facebook.page.nothingSaved"));
        return page.pages(frame, draft, problems);
    }

    private Optional<PrivacyConsent> consent(PageFrame frame, AccountDraft before) {
        return before.privacy()
                .filter(given -> given.text().equals(PrivacyNotice.TEXT))
                .or(() ->
                        Optional.of(
                                new PrivacyConsent(
                                        PrivacyNotice.TEXT, frame.t().tag(), clock.instant())));
    }

    /// Asks Meta whether ID and secret belong together, and stores the verdict: the user cannot
    /// continue with values that are wrong until they are fixed.
    ///
    /// @param unchecked whether to continue even if Meta cannot be asked
    private Checked checked(PageFrame frame, AccountDraft draft, boolean unchecked) {
        var words = new AppTexts(frame.t());
        var verdict = tokenVerifier.app(NewAccountScreen.keys(draft));
        var before = draft.proof();
        if (verdict instanceof AppVerdict.Unknown unknown && (before.isWrong() || !unchecked)) {
            return new Checked(draft, words.unreachable(unknown, before));
        }
        var proven = draft.proven(AppTexts.proof(verdict, Proof.PASSED));
        drafts.save(proven);
        return new Checked(proven, words.problems(proven.proof()));
    }

    private record Checked(AccountDraft draft, Problems problems) {}
}
