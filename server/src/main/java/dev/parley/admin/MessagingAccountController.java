package dev.parley.admin;

import dev.parley.admin.view.PageForm;
import dev.parley.admin.view.Problems;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.setup.AccountDeletion;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.messenger.setup.MessagingAccounts;
import dev.parley.messenger.setup.Secret;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.Frame;
import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One messaging account: what the Facebook app must be told, its name, its secret, its end.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}")
class MessagingAccountController {
    /// What was done before the browser was sent on, as the address tells it.
    private static final Map<String, String> NOTICES =
            Map.of(
                    "created", "admin.account.created",
                    "previousSecretEnded", "admin.account.previousSecretEnded",
                    "secretReplaced", "admin.account.secretReplaced",
                    "pageAdded", "admin.page.added",
                    "setUp", "admin.page.isSetUp",
                    "subscribed", "admin.page.subscribed",
                    "saved", "account.saved");

    private final AccountPage page;
    private final MessagingAccounts accounts;

    MessagingAccountController(AccountPage page, MessagingAccounts accounts) {
        this.page = page;
        this.accounts = accounts;
    }

    @GetMapping
    JteModel show(Frame frame, @PathVariable UUID id, @RequestParam Map<String, String> asked) {
        var account = page.account(id);
        return page.show(frame, account, PageForm.EMPTY, Problems.NONE, notice(frame, asked));
    }

    @PostMapping("/name")
    Answer rename(
            Frame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam int revision) {
        var account = unchanged(page.account(id), revision);
        var problems =
                new Check(frame.t()).filled("name", "admin.account.name", name.strip(), Check.NAME);
        if (!problems.none()) {
            return Answer.showAgain(page.showNamed(frame, account, name, problems));
        }
        accounts.rename(account, name.strip(), me.userId());
        return Answer.sendOn(page.address(account) + "?saved");
    }

    @PostMapping("/secret")
    Answer replaceSecret(
            Frame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String applicationSecret,
            @RequestParam int revision) {
        var account = unchanged(page.account(id), revision);
        var secret = applicationSecret.strip();
        var what = "admin.account.applicationSecret";
        var problems = new Check(frame.t()).copied("applicationSecret", what, secret, Check.NAME);
        if (!problems.none()) {
            return Answer.showAgain(page.show(frame, account, PageForm.EMPTY, problems, ""));
        }
        accounts.replaceSecret(account, new Secret(secret), me.userId());
        return Answer.sendOn(page.address(account) + "?secretReplaced");
    }

    @PostMapping("/previous-secret/end")
    Answer endPreviousSecret(SignedIn me, @PathVariable UUID id) {
        var account = page.account(id);
        accounts.endPreviousSecret(account, me.userId());
        return Answer.sendOn(page.address(account) + "?previousSecretEnded");
    }

    @PostMapping("/deletion")
    Answer delete(Frame frame, SignedIn me, @PathVariable UUID id) {
        var account = page.account(id);
        return switch (accounts.delete(account, me.userId())) {
            case AccountDeletion.Deleted() -> Answer.sendOn("/admin/messaging-accounts?deleted");
            case AccountDeletion.PagesRemain(var pages) -> {
                var words = frame.t().count("admin.account.pagesRemain", pages);
                var problems = Problems.with("deletion", words);
                yield Answer.showAgain(page.show(frame, account, PageForm.EMPTY, problems, ""));
            }
        };
    }

    private static MessagingAccount unchanged(MessagingAccount account, int revision) {
        if (account.revision() != revision) {
            throw new OptimisticLockingFailureException(
                    "Messaging account %s moved on".formatted(account.id()));
        }
        return account;
    }

    private static String notice(Frame frame, Map<String, String> asked) {
        return NOTICES.entrySet().stream()
                .filter(notice -> asked.containsKey(notice.getKey()))
                .map(notice -> frame.text(notice.getValue()))
                .findFirst()
                .orElse("");
    }
}
