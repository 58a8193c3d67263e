package dev.parley.engagement.web;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.engagement.macro.Macro;
import dev.parley.engagement.macro.MacroChange;
import dev.parley.engagement.macro.MacroId;
import dev.parley.engagement.macro.Macros;
import dev.parley.engagement.web.view.MacroForm;
import dev.parley.engagement.web.view.MacrosView;
import dev.parley.engagement.web.view.Place;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Lists, creates, changes and deletes macros: in the administration the shared ones, beside the
/// account the agent's own.
@Controller
@RequestMapping({"/admin/macros", "/account/macros"})
class MacrosController {
    private static final List<String> SORTS = List.of("title", "created", "-changed");

    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "created", "macro.created",
                            "saved", "macro.changed",
                            "deleted", "macro.deleted"));

    private final Macros macros;
    private final MacroScreen page;
    private final EditConflict editConflict;

    MacrosController(Macros macros, MacroScreen page, EditConflict editConflict) {
        this.macros = macros;
        this.page = page;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel list(PageFrame frame, SignedIn me, @RequestParam Map<String, String> parameters) {
        var place = Place.of(frame, Place.MACROS);
        var listing = Listing.of(place.address(), parameters, SORTS);
        var found = macros.list(me, place.library(), listing.pageRequest());
        return page.list(
                frame,
                new MacrosView(
                        place,
                        listing,
                        page.lines(frame, found.rows()),
                        found.all(),
                        NOTICES.text(frame, parameters)));
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame, SignedIn me) {
        Place.of(frame, Place.MACROS).library().requireManagedBy(me);
        return page.showNew(frame, me, MacroForm.empty(), Problems.NONE);
    }

    @PostMapping("/new")
    Answer create(PageFrame frame, SignedIn me, FormInput typed) {
        var place = Place.of(frame, Place.MACROS);
        var form = MacroForm.typed(typed);
        return switch (macros.create(me, place.library(), form.draft())) {
            case MacroChange.Done _ -> Answer.redirect(place.address() + "?created");
            case MacroChange.Flawed(var flaws) ->
                    Answer.invalid(
                            page.showNew(
                                    frame, me, form, MacroFlawTexts.problems(frame.t(), flaws)));
            case MacroChange.Conflict _, MacroChange.Gone _ ->
                    throw new IllegalStateException("A new macro cannot conflict");
        };
    }

    /// {@return what the steps of a form do, before it is saved}
    @PostMapping("/preview")
    JteModel preview(PageFrame frame, SignedIn me, FormInput typed) {
        Place.of(frame, Place.MACROS).library().requireManagedBy(me);
        return page.preview(frame, me, MacroForm.typed(typed));
    }

    @GetMapping("/{id}")
    JteModel show(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters) {
        var macro = macro(frame, me, id);
        return page.show(
                frame,
                me,
                macro,
                MacroForm.of(macro),
                Problems.NONE,
                NOTICES.text(frame, parameters));
    }

    @PostMapping("/{id}")
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var place = Place.of(frame, Place.MACROS);
        var form = MacroForm.typed(typed);
        var macro = new MacroId(id);
        return switch (macros.change(me, place.library(), macro, form.revision(), form.draft())) {
            case MacroChange.Done _ -> Answer.redirect(place.address() + "?saved");
            case MacroChange.Flawed(var flaws) ->
                    again(
                            frame,
                            me,
                            macro(frame, me, id),
                            form,
                            MacroFlawTexts.problems(frame.t(), flaws));
            case MacroChange.Conflict(var now) ->
                    again(
                            frame,
                            me,
                            now,
                            form.over(now.revision()),
                            editConflict.problem(frame, now.changedBy(), now.changedAt()));
            case MacroChange.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/{id}/deletion")
    Answer delete(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var place = Place.of(frame, Place.MACROS);
        macros.delete(me, place.library(), new MacroId(id));
        return Answer.redirect(place.address() + "?deleted");
    }

    private Answer again(
            PageFrame frame, SignedIn me, Macro macro, MacroForm form, Problems problems) {
        return Answer.invalid(page.show(frame, me, macro, form, problems, ""));
    }

    private Macro macro(PageFrame frame, SignedIn me, UUID id) {
        return macros.byId(me, Place.of(frame, Place.MACROS).library(), new MacroId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
