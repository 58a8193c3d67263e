package dev.parley.desk;

import dev.parley.desk.Worklist.ListRequest;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.ListOrder;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of conversations as a part of the page, longer or in another order. Its parameters are
/// those of [ListViews] and these.
@Controller
class WorklistController {
    private final Templates templates;
    private final ListViews views;
    private final Worklist worklist;
    private final Clock clock;

    WorklistController(Templates templates, ListViews views, Worklist worklist, Clock clock) {
        this.templates = templates;
        this.views = views;
        this.worklist = worklist;
        this.clock = clock;
    }

    @GetMapping("/desk/worklist")
    JteModel worklist(
            PageFrame frame,
            SignedIn me,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "" + WorklistView.PAGE) int size,
            @RequestParam(required = false) @Nullable UUID selected,
            @RequestParam Map<String, String> parameters) {
        var w = DeskTexts.of(frame, clock.instant());
        var view = views.read(w, me, parameters);
        var order = views.order(view, me, sort);
        return list(w, me, new ListRequest(view, order, size, selected));
    }

    /// Sorts the view, from now on.
    @PostMapping("/desk/worklist")
    JteModel sort(
            PageFrame frame,
            SignedIn me,
            @RequestParam String sort,
            @RequestParam(required = false) @Nullable UUID selected,
            @RequestParam Map<String, String> parameters) {
        var w = DeskTexts.of(frame, clock.instant());
        var view = views.read(w, me, parameters);
        var order = ListOrder.of(sort);
        if (!view.hasProblem()) {
            views.remember(view, me, order);
        }
        return list(w, me, new ListRequest(view, order, WorklistView.PAGE, selected));
    }

    @GetMapping("/desk/rail")
    JteModel rail(
            PageFrame frame,
            SignedIn me,
            @RequestParam(required = false) @Nullable UUID selected,
            @RequestParam Map<String, String> parameters) {
        var w = DeskTexts.of(frame, clock.instant());
        var view = views.read(w, me, parameters);
        var asked = new ListRequest(view, ListOrder.NEWEST, WorklistView.PAGE, selected);
        return templates.deskRail(frame, w, worklist.rail(w, me, worklist.presence(me), asked));
    }

    private JteModel list(DeskTexts w, SignedIn me, ListRequest asked) {
        return templates.deskWorklist(w, worklist.list(w, me, worklist.presence(me), asked));
    }
}
