package dev.parley.contact.web;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.admin.kit.SelectOption;
import dev.parley.admin.kit.UserNames;
import dev.parley.contact.ContactInput;
import dev.parley.contact.ContactKind;
import dev.parley.contact.ContactRights;
import dev.parley.contact.Contacts;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of contacts and companies, and the form for a new one.
@Controller
@RequestMapping("/customers")
class ContactsController {
    private static final List<String> SORTS = List.of("name", "company", "created", "-changed");
    private static final SavedNotices NOTICES =
            new SavedNotices(Map.of("deleted", "contact.deleted"));

    private final Templates templates;
    private final Contacts contacts;
    private final ContactScreen screen;
    private final FieldForms forms;
    private final UserNames names;

    ContactsController(
            Templates templates,
            Contacts contacts,
            ContactScreen screen,
            FieldForms forms,
            UserNames names) {
        this.templates = templates;
        this.contacts = contacts;
        this.screen = screen;
        this.forms = forms;
        this.names = names;
    }

    @GetMapping
    JteModel list(PageFrame frame, SignedIn me, @RequestParam Map<String, String> parameters) {
        var listing = Listing.of("/customers", parameters, SORTS, List.of("kind"));
        var kind = chosen(listing.filter("kind"));
        var found = contacts.list(listing.pageRequest(), kind);
        var userNames =
                names.of(
                        found.rows().stream()
                                .flatMap(one -> Stream.of(one.createdBy(), one.changedBy()))
                                .toList());
        var lines =
                found.rows().stream()
                        .map(one ->
                                new ContactsView.Line(
                                        one,
                                        ContactForms.name(frame, one),
                                        UserNames.made(
                                                frame,
                                                userNames,
                                                one.createdAt(),
                                                one.createdBy(),
                                                one.changedAt(),
                                                one.changedBy())))
                        .toList();
        return templates.contactContacts(
                frame,
                new ContactsView(
                        listing,
                        lines,
                        found.all(),
                        kinds(frame, kind),
                        ContactRights.mayManage(me),
                        NOTICES.text(frame, parameters)));
    }

    /// Names of companies that contain the text that is being typed.
    @GetMapping("/companies")
    JteModel companies(@RequestParam(defaultValue = "") String company) {
        var text = company.length() > ContactInput.NAME ? "" : company;
        return templates.contactCompanies(contacts.companyNames(text));
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame, @RequestParam(defaultValue = "") String kind) {
        return screen.showNew(frame, ContactInput.empty(ContactForms.kind(kind)), Problems.NONE);
    }

    @PostMapping("/new")
    Answer create(
            PageFrame frame,
            SignedIn me,
            FormInput typed,
            @RequestParam(defaultValue = "") String kind) {
        var form = forms.typed(typed, ContactForms.kind(kind));
        var problems = forms.problems(frame, form);
        if (!problems.isEmpty()) {
            return Answer.invalid(screen.showNew(frame, form, problems));
        }
        var created = contacts.create(forms.draft(form), me.userId());
        return Answer.redirect("/customers/" + created + "?created");
    }

    private static @Nullable ContactKind chosen(String word) {
        return Stream.of(ContactKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static List<SelectOption> kinds(PageFrame frame, @Nullable ContactKind chosen) {
        return Stream.of(ContactKind.values())
                .map(kind ->
                        new SelectOption(
                                kind.word(),
                                frame.text("contact.kinds." + kind.word()),
                                kind == chosen))
                .toList();
    }
}
