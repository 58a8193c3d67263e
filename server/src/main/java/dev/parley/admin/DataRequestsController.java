package dev.parley.admin;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.admin.view.DataRequestsView;
import dev.parley.admin.view.Problems;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.privacy.PrivacyDesk;
import dev.parley.messenger.privacy.PrivacyRequests;
import dev.parley.messenger.setup.FacebookPage;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// People who want to be forgotten: what became of it, for administrators and, under a code, for
/// themselves.
@Controller
class DataRequestsController {
    private static final String ADDRESS = "/admin/data-requests";

    private final Templates templates;
    private final PrivacyRequests requests;
    private final PrivacyDesk desk;
    private final FacebookPages pages;

    DataRequestsController(
            Templates templates, PrivacyRequests requests, PrivacyDesk desk, FacebookPages pages) {
        this.templates = templates;
        this.requests = requests;
        this.desk = desk;
        this.pages = pages;
    }

    /// For anybody who was given the code.
    @GetMapping("/data-deletion/{code}")
    JteModel status(Frame frame, @PathVariable String code) {
        return requests.byCode(code)
                .map(request -> templates.adminDataDeletion(frame, request))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping(ADDRESS)
    JteModel list(Frame frame, @RequestParam Map<String, String> asked) {
        var notice = asked.containsKey("settled") ? frame.text("privacy.settled") : "";
        return show(frame, Problems.NONE, notice);
    }

    @PostMapping(ADDRESS + "/{id}/erasure")
    Answer erase(
            Frame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String person) {
        var typed = person.strip();
        var problems = new Check(frame.t()).digits("person-" + id, "privacy.person", typed);
        if (!problems.none() || pages.byPageId(page).isEmpty()) {
            return Answer.showAgain(show(frame, problems, ""));
        }
        desk.forget(id, page, typed, me.userId());
        return Answer.sendOn(ADDRESS + "?settled");
    }

    @PostMapping(ADDRESS + "/{id}/end")
    Answer close(SignedIn me, @PathVariable UUID id) {
        desk.close(id, me.userId());
        return Answer.sendOn(ADDRESS + "?settled");
    }

    private JteModel show(Frame frame, Problems problems, String notice) {
        var byAccount = pages.all().stream().collect(groupingBy(DataRequestsController::accountOf));
        return templates.adminDataRequests(
                frame, new DataRequestsView(requests.latest(), byAccount, problems, notice));
    }

    private static String accountOf(FacebookPage page) {
        return page.account().toString();
    }
}
