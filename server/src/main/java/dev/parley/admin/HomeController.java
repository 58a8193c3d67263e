package dev.parley.admin;

import dev.parley.admin.view.HomeView;
import dev.parley.identity.Users;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccounts;
import dev.parley.platform.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page of the admin centre, and the page that names its channels.
@Controller("adminHomeController")
class HomeController {
    private final Templates templates;
    private final Users users;
    private final MessagingAccounts accounts;
    private final FacebookPages pages;

    HomeController(
            Templates templates, Users users, MessagingAccounts accounts, FacebookPages pages) {
        this.templates = templates;
        this.users = users;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/admin")
    JteModel home(Frame frame) {
        return templates.adminHome(frame, view());
    }

    @GetMapping("/admin/channels")
    JteModel channels(Frame frame) {
        return templates.adminChannels(frame, view());
    }

    private HomeView view() {
        return new HomeView(accounts.all().size(), pages.all().size(), users.countActive());
    }
}
