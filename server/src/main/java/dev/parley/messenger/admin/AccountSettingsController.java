package dev.parley.messenger.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.AccountChange;
import dev.parley.messenger.account.AccountDeletion;
import dev.parley.messenger.account.AccountDraft.Proof;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.graph.AppKeys;
import dev.parley.messenger.graph.AppVerdict;
import dev.parley.messenger.graph.TokenVerifier;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.models.runtime.JteModel;
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

/// The settings of one messaging account: its name, its secret, its deletion.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}")
class AccountSettingsController {
    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "previousSecretEnded", "facebook.account.previousSecretEnded",
                            "secretReplaced", "facebook.account.secretReplaced",
                            "saved", "account.saved"));

    private final AccountScreen page;
    private final MessagingAccounts accounts;
    private final TokenVerifier tokenVerifier;
    private final EditConflict editConflict;

    AccountSettingsController(
            AccountScreen page,
            MessagingAccounts accounts,
            TokenVerifier tokenVerifier,
            EditConflict editConflict) {
        this.page = page;
        this.accounts = accounts;
        this.tokenVerifier = tokenVerifier;
        this.editConflict = editConflict;
    }

    @GetMapping("/settings")
    JteModel show(PageFrame frame, @PathVariable UUID id, @RequestParam Map<String, String> asked) {
        var account = page.account(id);
        return page.settings(
                frame, account, account.name(), Problems.NONE, NOTICES.text(frame, asked));
    }

    /// The forms of this screen lie beside it, not below it.
    @GetMapping({"/name", "/secret", "/previous-secret/end", "/deletion"})
    Answer form(@PathVariable UUID id) {
        return Answer.redirect(AccountScreen.address(page.account(id)) + "/settings");
    }

    @PostMapping("/name")
    Answer rename(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var account = page.account(id);
        var name = typed.text("name");
        var problems =
                new FormCheck(frame.t())
                        .filled("name", "facebook.account.name", name, FormCheck.NAME);
        if (!problems.isEmpty()) {
            return again(frame, account, name, problems);
        }
        var read = account.at(typed.number("revision"));
        return switch (accounts.rename(read, name, me.userId())) {
            case AccountChange.Done() -> saved(account, "saved");
            case AccountChange.Conflict(var now) -> conflict(frame, now, name);
            case AccountChange.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/secret")
    Answer replaceSecret(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var account = page.account(id);
        var secret = typed.text("applicationSecret");
        var problems = problems(frame, account, secret, typed.flag("unchecked"));
        if (!problems.isEmpty()) {
            return again(frame, account, account.name(), problems);
        }
        var read = account.at(typed.number("revision"));
        return switch (accounts.replaceSecret(read, new Secret(secret), me.userId())) {
            case AccountChange.Done() -> saved(account, "secretReplaced");
            case AccountChange.Conflict(var now) -> conflict(frame, now, now.name());
            case AccountChange.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Answer conflict(PageFrame frame, MessagingAccount now, String name) {
        var problem = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return again(frame, now, name, problem);
    }

    private Problems problems(
            PageFrame frame, MessagingAccount account, String secret, boolean unchecked) {
        var what = "facebook.account.applicationSecret";
        var copied =
                new FormCheck(frame.t()).copied("applicationSecret", what, secret, FormCheck.NAME);
        return copied.isEmpty()
                ? judged(frame, new AppKeys(account.applicationId(), new Secret(secret)), unchecked)
                : copied;
    }

    /// Checks a secret with Meta before it is stored.
    ///
    /// @param unchecked whether to store it even if Meta cannot be asked
    private Problems judged(PageFrame frame, AppKeys keys, boolean unchecked) {
        var words = new AppTexts(frame.t());
        var verdict = tokenVerifier.app(keys);
        return verdict instanceof AppVerdict.Unknown unknown && !unchecked
                ? words.unreachable(unknown, Proof.UNTRIED)
                : words.problems(AppTexts.proof(verdict, Proof.UNTRIED), "applicationSecret");
    }

    @PostMapping("/previous-secret/end")
    Answer endPreviousSecret(SignedIn me, @PathVariable UUID id) {
        var account = page.account(id);
        accounts.endPreviousSecret(account, me.userId());
        return saved(account, "previousSecretEnded");
    }

    @PostMapping("/deletion")
    Answer delete(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var account = page.account(id);
        return switch (accounts.delete(account, me.userId())) {
            case AccountDeletion.Deleted() -> Answer.redirect("/admin/messaging-accounts?deleted");
            case AccountDeletion.PagesRemain(var pages) -> {
                var words = frame.t().count("facebook.account.pagesRemain", pages);
                yield again(frame, account, account.name(), Problems.with("deletion", words));
            }
        };
    }

    private Answer saved(MessagingAccount account, String what) {
        return Answer.redirect(AccountScreen.address(account) + "/settings?" + what);
    }

    private Answer again(
            PageFrame frame, MessagingAccount account, String name, Problems problems) {
        return Answer.invalid(page.settings(frame, account, name, problems, ""));
    }
}
