package dev.parley.messenger.admin;

import dev.parley.admin.kit.AuditEntries;
import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.Problems;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.identity.AuditLog;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.admin.view.AccountPagesView.Rename;
import dev.parley.messenger.graph.AppKeys;
import dev.parley.messenger.graph.AppVerdict;
import dev.parley.messenger.graph.TokenChecks;
import dev.parley.messenger.setup.AccountDeletion;
import dev.parley.messenger.setup.AccountDraft.Proof;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.messenger.setup.MessagingAccounts;
import dev.parley.messenger.setup.Secret;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// *Account settings* of one messaging account (reference F30): its pages, what the Facebook app
/// must be told, its name, its secret, its history, its end.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}")
class MessagingAccountController {
    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "previousSecretEnded", "facebook.account.previousSecretEnded",
                            "secretReplaced", "facebook.account.secretReplaced",
                            "pageAdded", "facebook.page.added",
                            "addedOnly", "facebook.page.addedOnly",
                            "subscribed", "facebook.page.subscribed",
                            "saved", "account.saved"));

    private final Templates templates;
    private final AccountPage page;
    private final AccountPane pane;
    private final MessagingAccounts accounts;
    private final TokenChecks checks;
    private final AuditLog log;
    private final AuditEntries part;

    MessagingAccountController(
            Templates templates,
            AccountPage page,
            AccountPane pane,
            MessagingAccounts accounts,
            TokenChecks checks,
            AuditLog log,
            AuditEntries part) {
        this.templates = templates;
        this.page = page;
        this.pane = pane;
        this.accounts = accounts;
        this.checks = checks;
        this.log = log;
        this.part = part;
    }

    @GetMapping
    JteModel show(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam Map<String, String> asked) {
        var account = page.account(id);
        var way = asked.containsKey("add") ? "add" : asked.containsKey("pick") ? "pick" : "";
        return page.pages(
                frame,
                account,
                asked,
                pane.open(frame, account, pane.draft(account, me), way),
                renaming(account, asked.getOrDefault("rename", "")),
                NOTICES.words(frame, asked));
    }

    private @Nullable Rename renaming(MessagingAccount account, String chosen) {
        if (!chosen.matches("[0-9a-f-]{36}")) {
            return null;
        }
        var found = page.facebookPage(account, UUID.fromString(chosen));
        return new Rename(chosen, found.revision(), found.name(), Problems.NONE);
    }

    @GetMapping("/callback")
    JteModel callback(
            PageFrame frame, @PathVariable UUID id, @RequestParam Map<String, String> asked) {
        var account = page.account(id);
        return asked.containsKey("new")
                ? page.callbackAtTheEnd(frame, account)
                : page.callback(frame, account);
    }

    @GetMapping("/settings")
    JteModel settings(
            PageFrame frame, @PathVariable UUID id, @RequestParam Map<String, String> asked) {
        var account = page.account(id);
        return page.settings(
                frame, account, account.name(), Problems.NONE, NOTICES.words(frame, asked));
    }

    @GetMapping("/history")
    JteModel history(
            PageFrame frame, @PathVariable UUID id, @RequestParam Map<String, String> asked) {
        var account = page.account(id);
        var listing = Listing.of(page.address(account) + "/history", asked, List.of("-at"));
        var subjects = new ArrayList<String>();
        subjects.add("messagingAccount/" + account.id());
        subjects.addAll(log.subjects("facebookPage.added", "account", account.id().toString()));
        return templates.messengerAccountHistory(
                frame,
                page.frame(frame, account, "/history", ""),
                part.of(frame.t(), listing, log.about(subjects, listing.slice())));
    }

    @PostMapping("/name")
    Answer rename(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam int revision) {
        var account = page.account(id);
        var problems =
                new FormCheck(frame.t())
                        .filled("name", "facebook.account.name", name.strip(), FormCheck.NAME);
        if (!problems.none()) {
            return again(frame, account, name, problems);
        }
        if (account.revision() != revision) {
            return again(frame, account, name, moved(frame));
        }
        try {
            accounts.rename(account, name.strip(), me.userId());
        } catch (OptimisticLockingFailureException _) {
            return again(frame, page.account(id), name, moved(frame));
        }
        return saved(account, "saved");
    }

    @PostMapping("/secret")
    Answer replaceSecret(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String applicationSecret,
            @RequestParam(defaultValue = "false") boolean unchecked,
            @RequestParam int revision) {
        var account = page.account(id);
        var secret = applicationSecret.strip();
        var what = "facebook.account.applicationSecret";
        var problems =
                new FormCheck(frame.t()).copied("applicationSecret", what, secret, FormCheck.NAME);
        if (!problems.none()) {
            return again(frame, account, account.name(), problems);
        }
        if (account.revision() != revision) {
            return again(frame, account, account.name(), moved(frame));
        }
        var told = told(frame, new AppKeys(account.applicationId(), new Secret(secret)), unchecked);
        if (!told.none()) {
            return again(frame, account, account.name(), told);
        }
        try {
            accounts.replaceSecret(account, new Secret(secret), me.userId());
        } catch (OptimisticLockingFailureException _) {
            return again(frame, page.account(id), account.name(), moved(frame));
        }
        return saved(account, "secretReplaced");
    }

    /// What Meta says of a secret before it is kept.
    ///
    /// @param unchecked whether to keep it even if Meta cannot be asked
    private Problems told(PageFrame frame, AppKeys keys, boolean unchecked) {
        var words = new AppTexts(frame.t());
        var verdict = checks.app(keys);
        return verdict instanceof AppVerdict.CannotTell silence && !unchecked
                ? words.silent(silence, Proof.UNTRIED)
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
            case AccountDeletion.Deleted() -> Answer.sendOn("/admin/messaging-accounts?deleted");
            case AccountDeletion.PagesRemain(var pages) -> {
                var words = frame.t().count("facebook.account.pagesRemain", pages);
                yield again(frame, account, account.name(), Problems.with("deletion", words));
            }
        };
    }

    private Answer saved(MessagingAccount account, String what) {
        return Answer.sendOn(page.address(account) + "/settings?" + what);
    }

    private static Problems moved(PageFrame frame) {
        return Problems.with("moved", frame.text("admin.moved"));
    }

    private Answer again(
            PageFrame frame, MessagingAccount account, String name, Problems problems) {
        return Answer.showAgain(page.settings(frame, account, name, problems, ""));
    }
}
