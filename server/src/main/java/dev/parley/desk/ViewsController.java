package dev.parley.desk;

import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import dev.parley.workspace.SavedView;
import dev.parley.workspace.SavedViewChange;
import dev.parley.workspace.SavedViewChange.BadName;
import dev.parley.workspace.SavedViewChange.Conflict;
import dev.parley.workspace.SavedViewChange.Done;
import dev.parley.workspace.SavedViewChange.Full;
import dev.parley.workspace.SavedViewChange.Gone;
import dev.parley.workspace.SavedViewChange.NameTaken;
import dev.parley.workspace.SavedViews;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form for filtering the list, and the saved views.
@Controller
class ViewsController {
    private final Templates templates;
    private final ListViews views;
    private final FilterForm form;
    private final SavedViews saved;
    private final Clock clock;

    ViewsController(
            Templates templates, ListViews views, FilterForm form, SavedViews saved, Clock clock) {
        this.templates = templates;
        this.views = views;
        this.form = form;
        this.saved = saved;
        this.clock = clock;
    }

    @GetMapping("/desk/views/form")
    JteModel form(PageFrame frame, SignedIn me, @RequestParam Map<String, String> parameters) {
        var w = words(frame);
        return templates.deskFilterForm(w, form.of(w, me, views.read(w, me, parameters)));
    }

    /// {@return the agents to whom conversations can be assigned}
    @GetMapping("/desk/bulk/agents")
    JteModel agents(PageFrame frame) {
        return templates.deskBulkAgents(words(frame), form.agents());
    }

    /// Answers with the id of the new view.
    ///
    /// @param list the filters, as in a URL
    @PostMapping("/desk/views")
    ResponseEntity<String> create(
            PageFrame frame,
            SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam String list,
            @RequestParam(defaultValue = "false") boolean shared) {
        var view = views.read(words(frame), me, ListViews.safe(list));
        if (view.hasProblem()) {
            return TextResponse.of(422, view.problem());
        }
        return answer(frame, saved.create(me, name, view.filter().query(), shared));
    }

    /// Renames a view, or replaces its filters.
    ///
    /// @param list the filters, as in a URL; empty to keep them
    @PostMapping("/desk/views/{id}")
    ResponseEntity<String> change(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String list) {
        if (list.isEmpty()) {
            var before = saved.byId(id, me).map(SavedView::query).orElse("");
            return answer(frame, saved.change(me, id, revision, name, before));
        }
        var view = views.read(words(frame), me, ListViews.safe(list));
        return view.hasProblem()
                ? TextResponse.of(422, view.problem())
                : answer(frame, saved.change(me, id, revision, name, view.filter().query()));
    }

    @DeleteMapping("/desk/views/{id}")
    ResponseEntity<String> delete(
            PageFrame frame, SignedIn me, @PathVariable UUID id, @RequestParam int revision) {
        return answer(frame, saved.delete(me, id, revision));
    }

    private static ResponseEntity<String> answer(PageFrame frame, SavedViewChange change) {
        return switch (change) {
            case Done(var view) -> TextResponse.of(200, view.id().toString());
            case BadName() ->
                    TextResponse.of(422, frame.text("desk.views.badName", SavedView.LONGEST_NAME));
            case NameTaken() -> TextResponse.of(422, frame.text("desk.views.nameTaken"));
            case Full() -> TextResponse.of(422, frame.text("desk.views.full", SavedView.MOST));
            case Conflict(var now) ->
                    TextResponse.of(409, frame.text("desk.views.conflict", now.name()));
            case Gone() -> TextResponse.of(404, frame.text("desk.views.gone"));
        };
    }

    private DeskTexts words(PageFrame frame) {
        return DeskTexts.of(frame, clock.instant());
    }
}
