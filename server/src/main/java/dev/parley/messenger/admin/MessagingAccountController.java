package dev.parley.messenger.admin;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.admin.view.AccountPagesView.Rename;
import dev.parley.platform.Ids;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One messaging account: its pages, and its history.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}")
class MessagingAccountController {
    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "pageAdded", "facebook.page.added",
                            "addedOnly", "facebook.page.addedOnly",
                            "saved", "account.saved"));

    private final Templates templates;
    private final AccountScreen page;
    private final AccountTargets targets;
    private final PagePane pane;
    private final AccountHistory history;

    MessagingAccountController(
            Templates templates,
            AccountScreen page,
            AccountTargets targets,
            PagePane pane,
            AccountHistory history) {
        this.templates = templates;
        this.page = page;
        this.targets = targets;
        this.pane = pane;
        this.history = history;
    }

    @GetMapping
    JteModel show(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam Map<String, String> asked) {
        var account = page.account(id);
        return page.pages(
                frame,
                account,
                asked,
                pane.asked(frame, targets.of(frame, account, me), asked),
                renaming(account, asked.getOrDefault("rename", "")),
                NOTICES.text(frame, asked));
    }

    private @Nullable Rename renaming(MessagingAccount account, String chosen) {
        return Ids.read(chosen)
                .map(id -> page.facebookPage(account, id))
                .map(found -> Rename.of(found, found.name(), Problems.NONE))
                .orElse(null);
    }

    @GetMapping("/history")
    JteModel history(
            PageFrame frame, @PathVariable UUID id, @RequestParam Map<String, String> asked) {
        var account = page.account(id);
        var listing =
                Listing.of(AccountScreen.address(account) + "/history", asked, List.of("-at"));
        return templates.messengerAccountHistory(
                frame,
                AccountScreen.frame(frame, account, "/history", ""),
                history.of(frame, account, listing));
    }
}
