package dev.parley.admin;

import dev.parley.admin.view.AccountForm;
import dev.parley.admin.view.AccountsView;
import dev.parley.admin.view.Problems;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.setup.FacebookPage;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccounts;
import dev.parley.messenger.setup.Secret;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of messaging accounts, and a new one.
@Controller
@RequestMapping("/admin/messaging-accounts")
class MessagingAccountsController {
    private final Templates templates;
    private final MessagingAccounts accounts;
    private final FacebookPages pages;

    MessagingAccountsController(
            Templates templates, MessagingAccounts accounts, FacebookPages pages) {
        this.templates = templates;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping
    JteModel list(Frame frame, @RequestParam Optional<String> deleted) {
        var counts =
                pages.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        FacebookPage::account, Collectors.summingInt(_ -> 1)));
        var lines =
                accounts.all().stream()
                        .map(account ->
                                new AccountsView.Line(
                                        account, counts.getOrDefault(account.id(), 0)))
                        .toList();
        var notice = deleted.map(_ -> frame.text("admin.account.deleted")).orElse("");
        return templates.adminAccounts(frame, new AccountsView(lines, notice));
    }

    @GetMapping("/new")
    JteModel form(Frame frame) {
        return templates.adminNewAccount(frame, AccountForm.EMPTY, Problems.NONE);
    }

    @PostMapping
    Answer create(
            Frame frame,
            SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String applicationId,
            @RequestParam(defaultValue = "") String applicationSecret) {
        var form = new AccountForm(name.strip(), applicationId.strip());
        var secret = applicationSecret.strip();
        var problems = problems(new Check(frame.t()), form, secret);
        if (!problems.none()) {
            return Answer.showAgain(templates.adminNewAccount(frame, form, problems));
        }
        var account =
                accounts.create(form.name(), form.applicationId(), new Secret(secret), me.userId());
        return Answer.sendOn("/admin/messaging-accounts/" + account.id() + "?created");
    }

    private static Problems problems(Check check, AccountForm form, String secret) {
        return check.filled("name", "admin.account.name", form.name(), Check.NAME)
                .and(
                        check.copied(
                                "applicationId",
                                "admin.account.applicationId",
                                form.applicationId(),
                                Check.NAME))
                .and(
                        check.copied(
                                "applicationSecret",
                                "admin.account.applicationSecret",
                                secret,
                                Check.NAME));
    }
}
