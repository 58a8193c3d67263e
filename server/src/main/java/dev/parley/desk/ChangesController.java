package dev.parley.desk;

import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Answers an open page that asks what has changed: the page reports what it shows, and gets only
/// the parts that differ. The same request marks messages as read that the agent is looking at.
@Controller
class ChangesController {
    private static final List<PagePart> LISTS =
            List.of(PagePart.WORKLIST, PagePart.RAIL, PagePart.VIEWS);

    private final Templates templates;
    private final ListViews views;
    private final Worklist worklist;
    private final ConversationChanges conversations;
    private final TabsReader tabs;
    private final TakenOverReader takenOver;
    private final AlertsReader alerts;
    private final Clock clock;

    ChangesController(
            Templates templates,
            ListViews views,
            Worklist worklist,
            ConversationChanges conversations,
            TabsReader tabs,
            TakenOverReader takenOver,
            AlertsReader alerts,
            Clock clock) {
        this.templates = templates;
        this.views = views;
        this.worklist = worklist;
        this.conversations = conversations;
        this.tabs = tabs;
        this.takenOver = takenOver;
        this.alerts = alerts;
        this.clock = clock;
    }

    @PostMapping("/desk/changes")
    JteModel changes(PageFrame frame, SignedIn me, @RequestParam Map<String, String> form) {
        var parts = new ChangedParts(new ShownPage(form));
        var w = DeskTexts.of(frame, clock.instant());
        conversations.add(frame, w, me, parts);
        addLists(frame, w, me, parts);
        return templates.deskChanges(parts.changed());
    }

    private void addLists(PageFrame frame, DeskTexts w, SignedIn me, ChangedParts parts) {
        var shown = parts.shown();
        parts.add(
                PagePart.TABS,
                () -> tabs.read(w, me, shown.conversation()),
                view -> templates.deskTabs(w, view));
        parts.add(
                PagePart.TAKEN_OVER,
                () -> takenOver.read(w, me),
                view -> templates.deskTakenOver(w, view));
        parts.add(PagePart.ALERTS, () -> alerts.read(w, me), templates::deskAlerts);
        if (LISTS.stream().noneMatch(shown::compares)) {
            return;
        }
        var presence = worklist.presence(me);
        var list = shown.list(views.read(w, me, shown.view()));
        parts.add(
                PagePart.WORKLIST,
                () -> worklist.list(w, me, presence, list),
                view -> templates.deskWorklist(w, view));
        parts.add(
                PagePart.VIEWS,
                () -> views.menu(w, me, list.view(), true),
                view -> templates.deskViews(w, view));
        parts.add(
                PagePart.RAIL,
                () -> worklist.rail(w, me, presence, list),
                view -> templates.deskRail(frame, w, view));
    }
}
