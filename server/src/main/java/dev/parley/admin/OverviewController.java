package dev.parley.admin;

import dev.parley.admin.view.HomeView;
import dev.parley.identity.Users;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page of the administration, and the list of channels.
@Controller
class OverviewController {
    private final Templates templates;
    private final Users users;
    private final Checklist checklist;
    private final SystemStatus system;
    private final ChannelContributions channels;

    OverviewController(
            Templates templates,
            Users users,
            Checklist checklist,
            SystemStatus system,
            ChannelContributions channels) {
        this.templates = templates;
        this.users = users;
        this.checklist = checklist;
        this.system = system;
        this.channels = channels;
    }

    @GetMapping("/admin")
    JteModel home(PageFrame frame) {
        var view =
                new HomeView(channels.notices(frame), channels.facts(frame), users.countActive());
        return templates.adminHome(frame, view, checklist.status(), system.status(frame.t()));
    }

    @GetMapping("/admin/channels")
    JteModel channels(PageFrame frame) {
        return templates.adminChannels(frame, channels.rows(frame));
    }
}
