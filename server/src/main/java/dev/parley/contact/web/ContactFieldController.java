package dev.parley.contact.web;

import dev.parley.admin.kit.EditConflict;
import dev.parley.contact.field.ContactField;
import dev.parley.contact.field.ContactFieldChange;
import dev.parley.contact.field.ContactFieldDraft.Part;
import dev.parley.contact.field.ContactFieldId;
import dev.parley.contact.field.ContactFields;
import dev.parley.contact.field.DefinitionFlaw;
import dev.parley.contact.field.FieldAdministration;
import dev.parley.identity.SignedIn;
import dev.parley.platform.language.Keys;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One field that the company adds to its contacts or companies: creates, changes and deletes it.
@Controller
@RequestMapping(ContactFieldsController.ADDRESS)
class ContactFieldController {
    private final ContactFields fields;
    private final FieldAdministration administration;
    private final ContactFieldScreen screen;
    private final EditConflict editConflict;

    ContactFieldController(
            ContactFields fields,
            FieldAdministration administration,
            ContactFieldScreen screen,
            EditConflict editConflict) {
        this.fields = fields;
        this.administration = administration;
        this.screen = screen;
        this.editConflict = editConflict;
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame, @RequestParam(defaultValue = "") String kind) {
        var form = ContactFieldForm.empty(ContactForms.kind(kind));
        return screen.show(frame, null, form, 0, Problems.NONE);
    }

    @PostMapping("/new")
    Answer create(
            PageFrame frame,
            SignedIn me,
            @RequestParam(defaultValue = "") String kind,
            FormInput typed) {
        var form = ContactFieldForm.typed(typed, ContactForms.kind(kind));
        return answer(frame, null, form, administration.create(form.draft(), me), "?created");
    }

    @GetMapping("/{id}")
    JteModel show(PageFrame frame, @PathVariable UUID id) {
        var field = field(id);
        return screen.show(frame, field, ContactFieldForm.of(field), 0, Problems.NONE);
    }

    @PostMapping("/{id}")
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var field = field(id);
        var form = ContactFieldForm.typed(typed, field.content().kind(), field.key());
        var change =
                administration.change(
                        field.id(), form.revision(), form.draft(), form.removesValues(), me);
        return answer(frame, field, form, change, "?saved");
    }

    @PostMapping("/{id}/deletion")
    Answer delete(SignedIn me, @PathVariable UUID id) {
        administration.delete(new ContactFieldId(id), me);
        return Answer.redirect(ContactFieldsController.ADDRESS + "?deleted");
    }

    private Answer answer(
            PageFrame frame,
            @Nullable ContactField field,
            ContactFieldForm form,
            ContactFieldChange change,
            String notice) {
        return switch (change) {
            case ContactFieldChange.Done _ ->
                    Answer.redirect(ContactFieldsController.ADDRESS + notice);
            case ContactFieldChange.Flawed(var flaws) ->
                    again(frame, field, form, 0, problems(frame, flaws));
            case ContactFieldChange.TypeFixed(var contacts) ->
                    again(
                            frame,
                            field,
                            form,
                            0,
                            Problems.with("type", frame.t().count("field.typeFixed", contacts)));
            case ContactFieldChange.OptionsUsed(var contacts) ->
                    again(
                            frame,
                            field,
                            form,
                            contacts,
                            Problems.with(
                                    "options", frame.t().count("field.optionsUsed", contacts)));
            case ContactFieldChange.Conflict(var now) ->
                    again(
                            frame,
                            now,
                            form.over(now.revision()),
                            0,
                            editConflict.problem(frame, now.changedBy(), now.changedAt()));
            case ContactFieldChange.Gone() -> throw gone();
        };
    }

    private Answer again(
            PageFrame frame,
            @Nullable ContactField field,
            ContactFieldForm form,
            long losing,
            Problems problems) {
        return Answer.invalid(screen.show(frame, field, form, losing, problems));
    }

    private static Problems problems(PageFrame frame, Map<Part, DefinitionFlaw> flaws) {
        return flaws.entrySet().stream()
                .map(flaw -> problem(frame, flaw.getKey(), flaw.getValue()))
                .reduce(Problems.NONE, Problems::merge);
    }

    private static Problems problem(PageFrame frame, Part part, DefinitionFlaw flaw) {
        var text = frame.text("field.definition." + Keys.word(flaw.name()), flaw.limit());
        return part == Part.FORM
                ? Problems.ofForm(text)
                : Problems.with(ContactFieldScreen.input(part), text);
    }

    private ContactField field(UUID id) {
        return fields.byId(new ContactFieldId(id)).orElseThrow(ContactFieldController::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
