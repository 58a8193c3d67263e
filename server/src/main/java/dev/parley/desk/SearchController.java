package dev.parley.desk;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.Conversation.State;
import dev.parley.desk.view.ConversationState;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.ListFilter;
import dev.parley.desk.view.ListOrder;
import dev.parley.desk.view.SearchFormView.Choice;
import dev.parley.desk.view.SearchFormView.Choices;
import dev.parley.desk.view.ViewFilter;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import dev.parley.search.SearchQuery;
import dev.parley.search.SearchUnavailable;
import dev.parley.workstream.ChannelInstances;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The search of the desk, and what its command palette finds on the server.
@Controller
class SearchController {
    private static final int FEW = 5;
    private static final int OWN = 50;

    private final Templates templates;
    private final DeskSearch search;
    private final WorkRows rows;
    private final FilterForm filters;
    private final ChannelInstances instances;
    private final DisplayNames names;
    private final Clock clock;

    SearchController(
            Templates templates,
            DeskSearch search,
            WorkRows rows,
            FilterForm filters,
            ChannelInstances instances,
            DisplayNames names,
            Clock clock) {
        this.templates = templates;
        this.search = search;
        this.rows = rows;
        this.filters = filters;
        this.instances = instances;
        this.names = names;
        this.clock = clock;
    }

    /// The form, which a page requests when it is first needed.
    @GetMapping("/desk/search/form")
    JteModel form(PageFrame frame) {
        var w = words(frame);
        return templates.deskSearchForm(w, choices(w));
    }

    @GetMapping("/desk/search")
    JteModel results(PageFrame frame, SignedIn me, @RequestParam Map<String, String> parameters) {
        var w = words(frame);
        return templates.deskSearchResults(w, search.find(w, me, new SearchRequest(parameters)));
    }

    @GetMapping("/desk/search/more")
    JteModel more(PageFrame frame, SignedIn me, @RequestParam Map<String, String> parameters) {
        var w = words(frame);
        var request = new SearchRequest(parameters);
        return templates.deskSearchMessages(w, search.more(w, me, request), request.list());
    }

    /// What the command palette offers: without a text the agent's own conversations, which it
    /// searches itself, otherwise some of the results.
    @GetMapping("/desk/palette")
    JteModel palette(PageFrame frame, SignedIn me, @RequestParam(defaultValue = "") String q) {
        var w = words(frame);
        if (q.isEmpty()) {
            var own = rows.list(ViewFilter.of(ListFilter.MINE), ListOrder.NEWEST, me, w.now(), OWN);
            return templates.deskPaletteOptions(w, search.own(w, me, own), List.of());
        }
        var found = search.few(w, me, SearchQuery.of(q), FEW);
        return templates.deskPaletteOptions(w, found.rows(), found.contacts());
    }

    @ExceptionHandler(SearchUnavailable.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    void unavailable() {
        // the page has a text for this status
    }

    private DeskTexts words(PageFrame frame) {
        return DeskTexts.of(frame, clock.instant());
    }

    private Choices choices(DeskTexts w) {
        return new Choices(
                SearchQuery.LONGEST,
                Arrays.stream(State.values())
                        .map(state ->
                                new Choice(
                                        state.name(),
                                        w.text("state." + ConversationState.of(state).word())))
                        .toList(),
                several(filters.agents()),
                several(endpoints()),
                filters.tags());
    }

    private List<Choice> endpoints() {
        var all =
                instances.all().stream()
                        .map(one -> new Endpoint(one.channel(), one.endpoint()))
                        .distinct()
                        .toList();
        var named = names.ofEndpoints(all.stream());
        return all.stream()
                .map(one -> choice(one, Objects.requireNonNull(named.get(one))))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    private static Choice choice(Endpoint endpoint, String name) {
        return new Choice(SearchRequest.valueOf(endpoint), name);
    }

    private static List<Choice> several(List<Choice> all) {
        return all.size() > 1 ? all : List.of();
    }
}
