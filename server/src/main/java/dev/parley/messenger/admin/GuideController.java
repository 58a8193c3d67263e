package dev.parley.messenger.admin;

import dev.parley.messenger.admin.view.GuideView;
import dev.parley.messenger.admin.view.GuideView.Part;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.platform.PublicUrl;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The set-up guide, from the start to *Running*.
@Controller
class GuideController {
    /// How many steps each part has, and where in Parley it is done.
    static final List<Part> PARTS =
            List.of(
                    new Part(1, 4, "", ""),
                    new Part(2, 7, "", ""),
                    new Part(3, 6, "/admin/messaging-accounts/new", "facebook.account.new"),
                    new Part(4, 6, "/admin/messaging-accounts", "facebook.accounts"),
                    new Part(5, 3, "/admin/messaging-accounts", "facebook.accounts"),
                    new Part(6, 4, "/admin/workstreams", "facebook.page.workstream"),
                    new Part(7, 4, "/admin/users/new", "admin.user.new"),
                    new Part(8, 5, "", ""),
                    new Part(9, 4, "", ""),
                    new Part(10, 3, "/admin/messaging-accounts", "facebook.accounts"),
                    new Part(11, 6, "/admin/messaging-accounts", "facebook.accounts"));

    private final Templates templates;
    private final PublicUrl publicUrl;

    GuideController(Templates templates, PublicUrl publicUrl) {
        this.templates = templates;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/admin/guide")
    JteModel guide(PageFrame frame) {
        return templates.messengerGuide(
                frame,
                new GuideView(PARTS, publicUrl.of(""), String.join(", ", Subscriptions.FIELDS)));
    }
}
