package dev.parley.desk;

import dev.parley.desk.Worklist.ListRequest;
import dev.parley.desk.view.ConversationView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.DeskView;
import dev.parley.desk.view.ListFilter;
import dev.parley.desk.view.ListOrder;
import dev.parley.desk.view.WorklistView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.LongLivedCookie;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The desk's page, and its lists.
@Controller
class DeskController {
    private static final String ORDER = "order";

    private final Templates templates;
    private final Worklist worklist;
    private final DeskTabs tabs;
    private final ConversationAccess access;
    private final ConversationReader reader;
    private final Clock clock;

    DeskController(
            Templates templates,
            Worklist worklist,
            DeskTabs tabs,
            ConversationAccess access,
            ConversationReader reader,
            Clock clock) {
        this.templates = templates;
        this.worklist = worklist;
        this.tabs = tabs;
        this.access = access;
        this.reader = reader;
        this.clock = clock;
    }

    /// Without the name of a list, it shows the conversation that the user saw last.
    @GetMapping("/desk")
    JteModel desk(
            PageFrame frame,
            SignedIn me,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String sort,
            @CookieValue(name = ORDER, required = false) @Nullable String order) {
        var opened =
                show == null
                        ? tabs.active(me)
                                .map(found -> reader.read(words(frame), found, null))
                                .orElse(null)
                        : null;
        if (opened == null) {
            tabs.leave(me);
        }
        return page(frame, me, Worklist.filter(show, me), order(sort, order), opened);
    }

    @GetMapping("/desk/conversations/{id}")
    JteModel conversation(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable UUID at,
            @CookieValue(name = ORDER, required = false) @Nullable String order) {
        var found = access.open(id, me);
        tabs.open(found);
        var opened = reader.read(words(frame), found, at);
        return page(frame, me, Worklist.filter(show, me), order(sort, order), opened);
    }

    @GetMapping("/desk/worklist")
    JteModel worklist(
            PageFrame frame,
            SignedIn me,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String sort,
            @CookieValue(name = ORDER, required = false) @Nullable String order,
            @RequestParam(defaultValue = "" + WorklistView.PAGE) int size,
            @RequestParam(required = false) @Nullable UUID selected,
            @RequestParam(defaultValue = "false") boolean keep,
            HttpServletRequest request,
            HttpServletResponse response) {
        var w = words(frame);
        var chosen = order(sort, order);
        if (keep) {
            remember(chosen, request, response);
        }
        var asked = new ListRequest(Worklist.filter(show, me), chosen, size, selected);
        return templates.deskWorklist(w, worklist.list(w, me, worklist.presence(me), asked));
    }

    @GetMapping("/desk/rail")
    JteModel rail(
            PageFrame frame,
            SignedIn me,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable UUID selected) {
        var asked =
                new ListRequest(
                        Worklist.filter(show, me), ListOrder.NEWEST, WorklistView.PAGE, selected);
        return templates.deskRail(
                frame, words(frame), worklist.rail(me, worklist.presence(me), asked));
    }

    private JteModel page(
            PageFrame frame,
            SignedIn me,
            ListFilter show,
            ListOrder sort,
            @Nullable ConversationView opened) {
        var w = words(frame);
        var selected = opened == null ? null : opened.head().conversationId();
        var asked = new ListRequest(show, sort, WorklistView.PAGE, selected);
        var presence = worklist.presence(me);
        var rail = worklist.rail(me, presence, asked);
        var list = worklist.list(w, me, presence, asked);
        return templates.deskPage(
                frame, w, new DeskView(rail, list, tabs.read(w, me, selected), opened));
    }

    private DeskTexts words(PageFrame frame) {
        return DeskTexts.of(frame, clock.instant());
    }

    /// @param chosen the order that the URL contains
    /// @param remembered the order that was chosen last
    private static ListOrder order(@Nullable String chosen, @Nullable String remembered) {
        return ListOrder.of(chosen == null ? remembered : chosen);
    }

    /// Stores the chosen order in a cookie, so that it applies to every page that is opened next.
    private static void remember(
            ListOrder order, HttpServletRequest request, HttpServletResponse response) {
        new LongLivedCookie(ORDER, "/desk").store(order.word(), request, response);
    }
}
