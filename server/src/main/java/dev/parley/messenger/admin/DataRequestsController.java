package dev.parley.messenger.admin;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SelectOption;
import dev.parley.admin.kit.UserNames;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.FacebookPageLine;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccountId;
import dev.parley.messenger.admin.view.DataRequestsView;
import dev.parley.messenger.admin.view.DataRequestsView.Line;
import dev.parley.messenger.privacy.DataDeletionRequests;
import dev.parley.messenger.privacy.PrivacyRequest;
import dev.parley.messenger.privacy.PrivacyRequest.State;
import dev.parley.messenger.privacy.PrivacyRequests;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Data deletion requests and their status, for administrators and, with a code, for the people who
/// made them.
@Controller
class DataRequestsController {
    private static final String ADDRESS = "/admin/data-requests";
    private static final int CHOICES = 50;
    private static final List<String> SORTS = List.of("-asked", "state", "account");

    private final Templates templates;
    private final PrivacyRequests requests;
    private final DataDeletionRequests dataRequests;
    private final FacebookPages pages;
    private final UserNames names;

    DataRequestsController(
            Templates templates,
            PrivacyRequests requests,
            DataDeletionRequests dataRequests,
            FacebookPages pages,
            UserNames names) {
        this.templates = templates;
        this.requests = requests;
        this.dataRequests = dataRequests;
        this.pages = pages;
        this.names = names;
    }

    /// For anyone who has the code.
    @GetMapping("/data-deletion/{code}")
    JteModel status(PageFrame frame, @PathVariable String code) {
        return requests.byCode(code)
                .map(request -> templates.messengerDataDeletion(frame, request))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping(ADDRESS)
    JteModel list(PageFrame frame, @RequestParam Map<String, String> asked) {
        var notice = asked.containsKey("settled") ? frame.text("privacy.settled") : "";
        return show(frame, asked, Problems.NONE, notice);
    }

    @PostMapping(ADDRESS + "/{id}/erasure")
    Answer erase(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var page = typed.text("page");
        var person = typed.text("person");
        var problems =
                new FormCheck(frame.t())
                        .digits("person-" + id, "privacy.person", person)
                        .merge(pageProblem(frame, id, page));
        if (!problems.isEmpty()) {
            return Answer.invalid(show(frame, only(id), problems, ""));
        }
        dataRequests.erase(id, page, person, me.userId());
        return Answer.redirect(ADDRESS + "?settled");
    }

    @PostMapping(ADDRESS + "/{id}/end")
    Answer close(SignedIn me, @PathVariable UUID id) {
        dataRequests.close(id, me.userId());
        return Answer.redirect(ADDRESS + "?settled");
    }

    private Problems pageProblem(PageFrame frame, UUID id, String page) {
        return pages.byPageId(page).isPresent()
                ? Problems.NONE
                : Problems.with("page-" + id, frame.text("privacy.pageUnknown"));
    }

    /// Narrows the list to that request, wherever in the list it is.
    private Map<String, String> only(UUID id) {
        return requests.byId(id).map(request -> Map.of("search", request.code())).orElse(Map.of());
    }

    private JteModel show(
            PageFrame frame, Map<String, String> asked, Problems problems, String notice) {
        var listing = Listing.of(ADDRESS, asked, SORTS, List.of("state"));
        var state = state(listing.filter("state"));
        var found = requests.find(state.orElse(null), listing.pageRequest());
        return templates.messengerDataRequests(
                frame,
                new DataRequestsView(
                        listing,
                        lines(frame, found.rows()),
                        found.all(),
                        states(frame, state),
                        problems,
                        notice));
    }

    private List<Line> lines(PageFrame frame, List<PrivacyRequest> found) {
        var called = names.of(found.stream().map(PrivacyRequest::settledBy).toList());
        var byAccount =
                found.stream().anyMatch(DataRequestsController::needsAdministrator)
                        ? pages.lines().stream().collect(groupingBy(FacebookPageLine::account))
                        : Map.<MessagingAccountId, List<FacebookPageLine>>of();
        return found.stream()
                .map(request ->
                        new Line(
                                request,
                                UserNames.of(frame, called, request.settledBy()),
                                needsAdministrator(request)
                                        ? few(byAccount.get(request.account()))
                                        : List.of()))
                .toList();
    }

    /// {@return the pages to choose from; empty if there are too many}
    private static List<FacebookPageLine> few(@Nullable List<FacebookPageLine> pages) {
        return pages == null || pages.size() > CHOICES ? List.of() : pages;
    }

    private static boolean needsAdministrator(PrivacyRequest request) {
        return request.state() == State.ACTION_REQUIRED;
    }

    private static Optional<State> state(String chosen) {
        return Stream.of(State.values()).filter(one -> one.key().equals(chosen)).findFirst();
    }

    private static List<SelectOption> states(PageFrame frame, Optional<State> chosen) {
        return Stream.of(State.values())
                .map(one ->
                        new SelectOption(
                                one.key(),
                                frame.text("privacy.state." + one.key()),
                                chosen.filter(one::equals).isPresent()))
                .toList();
    }
}
