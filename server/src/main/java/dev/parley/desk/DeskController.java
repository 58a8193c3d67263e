package dev.parley.desk;

import dev.parley.desk.Worklist.ListRequest;
import dev.parley.desk.view.ConversationView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.DeskView;
import dev.parley.desk.view.WorklistView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The desk's page. Its parameters are those of [ListViews], and `sort`.
@Controller
class DeskController {
    private final Templates templates;
    private final ListViews views;
    private final Worklist worklist;
    private final DeskTabs tabs;
    private final ConversationReader reader;
    private final Clock clock;

    DeskController(
            Templates templates,
            ListViews views,
            Worklist worklist,
            DeskTabs tabs,
            ConversationReader reader,
            Clock clock) {
        this.templates = templates;
        this.views = views;
        this.worklist = worklist;
        this.tabs = tabs;
        this.reader = reader;
        this.clock = clock;
    }

    /// Without the name of a view, it shows the conversation that the user saw last.
    @GetMapping("/desk")
    JteModel desk(PageFrame frame, SignedIn me, @RequestParam Map<String, String> parameters) {
        var w = words(frame);
        var opened =
                parameters.containsKey("view")
                        ? null
                        : tabs.active(me).map(found -> reader.read(w, found, null)).orElse(null);
        if (opened == null) {
            tabs.leave(me);
        }
        return page(frame, w, me, parameters, opened);
    }

    /// @param at the message at which it is opened; null for the newest
    @GetMapping("/desk/conversations/{id}")
    JteModel conversation(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID at,
            @RequestParam Map<String, String> parameters) {
        var w = words(frame);
        var opened = reader.read(w, tabs.open(id, me), at);
        return page(frame, w, me, parameters, opened);
    }

    private JteModel page(
            PageFrame frame,
            DeskTexts w,
            SignedIn me,
            Map<String, String> parameters,
            @Nullable ConversationView opened) {
        var view = views.read(w, me, parameters);
        var selected = opened == null ? null : opened.head().conversationId();
        var sort = views.order(view, me, parameters.get("sort"));
        var asked = new ListRequest(view, sort, WorklistView.PAGE, selected);
        var presence = worklist.presence(me);
        var rail = worklist.rail(w, me, presence, asked);
        var list = worklist.list(w, me, presence, asked);
        var menu = views.menu(w, me, view, false);
        return templates.deskPage(
                frame, w, new DeskView(rail, list, menu, tabs.read(w, me, selected), opened));
    }

    private DeskTexts words(PageFrame frame) {
        return DeskTexts.of(frame, clock.instant());
    }
}
