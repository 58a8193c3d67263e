package dev.parley.admin;

import dev.parley.admin.view.HomeView;
import dev.parley.admin.view.HomeView.NoticeLine;
import dev.parley.identity.SignedIn;
import dev.parley.identity.Users;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccounts;
import dev.parley.messenger.setup.PageNotices;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The first page of the admin centre, and the page that names its channels.
@Controller("adminHomeController")
class HomeController {
    private final Templates templates;
    private final Users users;
    private final MessagingAccounts accounts;
    private final FacebookPages pages;
    private final PageNotices notices;
    private final Checklist checklist;
    private final PageAlerts alerts;
    private final SystemStatus system;

    HomeController(
            Templates templates,
            Users users,
            MessagingAccounts accounts,
            FacebookPages pages,
            PageNotices notices,
            Checklist checklist,
            PageAlerts alerts,
            SystemStatus system) {
        this.templates = templates;
        this.users = users;
        this.accounts = accounts;
        this.pages = pages;
        this.notices = notices;
        this.checklist = checklist;
        this.alerts = alerts;
        this.system = system;
    }

    @GetMapping("/admin")
    JteModel home(PageFrame frame) {
        return templates.adminHome(frame, view(frame), checklist.look(), system.look(frame.t()));
    }

    @GetMapping("/admin/channels")
    JteModel channels(PageFrame frame) {
        return templates.adminChannels(frame, view(frame));
    }

    /// An administrator has read what Meta told about a page.
    @PostMapping("/admin/page-notices/{id}/read")
    Answer read(SignedIn me, @PathVariable UUID id) {
        notices.read(id, me.userId());
        return Answer.sendOn("/admin");
    }

    private HomeView view(PageFrame frame) {
        var names = pages.names();
        return new HomeView(
                accounts.count(),
                pages.count(),
                users.countActive(),
                notices.unread().stream()
                        .map(notice ->
                                new NoticeLine(
                                        notice.id(),
                                        names.getOrDefault(notice.pageId(), notice.pageId()),
                                        notice.warning(),
                                        notice.reason(),
                                        notice.at()))
                        .toList(),
                alerts.lines(frame.t()),
                alerts.unmatched());
    }
}
