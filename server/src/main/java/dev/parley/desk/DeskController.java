package dev.parley.desk;

import dev.parley.desk.Threads.Stretch;
import dev.parley.desk.Worklist.Asked;
import dev.parley.desk.view.ConversationView;
import dev.parley.desk.view.DeskView;
import dev.parley.desk.view.Show;
import dev.parley.desk.view.Sort;
import dev.parley.desk.view.Words;
import dev.parley.desk.view.WorklistView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The desk's page and its regions.
@Controller
class DeskController {
    private final Templates templates;
    private final Worklist worklist;
    private final Opening opening;
    private final ConversationReader reader;
    private final Doorbell doorbell;
    private final Clock clock;

    DeskController(
            Templates templates,
            Worklist worklist,
            Opening opening,
            ConversationReader reader,
            Doorbell doorbell,
            Clock clock) {
        this.templates = templates;
        this.worklist = worklist;
        this.opening = opening;
        this.reader = reader;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    @GetMapping("/desk")
    JteModel desk(
            Frame frame,
            SignedIn me,
            @RequestParam(defaultValue = "mine") String show,
            @RequestParam(defaultValue = "newest") String sort) {
        return page(frame, me, show(show), sort(sort), null);
    }

    @GetMapping("/desk/conversations/{id}")
    JteModel conversation(
            Frame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "mine") String show,
            @RequestParam(defaultValue = "newest") String sort) {
        var opened = reader.whole(words(frame), opening.open(id, me));
        return page(frame, me, show(show), sort(sort), opened);
    }

    @GetMapping("/desk/worklist")
    JteModel worklist(
            Frame frame,
            SignedIn me,
            @RequestParam(defaultValue = "mine") String show,
            @RequestParam(defaultValue = "newest") String sort,
            @RequestParam(defaultValue = "" + WorklistView.PAGE) int size,
            @RequestParam(required = false) @Nullable UUID selected) {
        var w = words(frame);
        var asked = new Asked(show(show), sort(sort), size, selected);
        return templates.deskWorklist(w, worklist.list(w, me, asked));
    }

    @GetMapping("/desk/rail")
    JteModel rail(
            Frame frame,
            SignedIn me,
            @RequestParam(defaultValue = "mine") String show,
            @RequestParam(required = false) @Nullable UUID selected) {
        return templates.deskRail(words(frame), worklist.rail(me, show(show), selected));
    }

    @GetMapping("/desk/conversations/{id}/thread")
    JteModel thread(
            Frame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String before) {
        var w = words(frame);
        var stretch = new Stretch(Cursor.read(from), Cursor.read(before));
        return templates.deskThread(w, reader.thread(w, opening.open(id, me), stretch));
    }

    @GetMapping("/desk/conversations/{id}/head")
    JteModel head(
            Frame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "mine") String show) {
        var w = words(frame);
        return templates.deskHead(w, reader.head(w, opening.open(id, me)), show(show));
    }

    @GetMapping("/desk/conversations/{id}/composer-state")
    JteModel composerState(Frame frame, SignedIn me, @PathVariable UUID id) {
        var w = words(frame);
        return templates.deskComposerState(w, reader.composer(w, opening.open(id, me)));
    }

    @GetMapping("/desk/conversations/{id}/customer")
    JteModel customer(Frame frame, SignedIn me, @PathVariable UUID id) {
        var w = words(frame);
        return templates.deskCustomer(w, reader.customer(w, opening.open(id, me)));
    }

    @GetMapping(path = "/desk/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(SignedIn me, HttpSession session) {
        return doorbell.open(me, session.getId());
    }

    private JteModel page(
            Frame frame, SignedIn me, Show show, Sort sort, @Nullable ConversationView opened) {
        var w = words(frame);
        var selected = opened == null ? null : opened.head().conversationId();
        var list = worklist.list(w, me, new Asked(show, sort, WorklistView.PAGE, selected));
        return templates.deskPage(
                frame, w, new DeskView(worklist.rail(me, show, selected), list, opened));
    }

    private Words words(Frame frame) {
        return Words.of(frame, clock.instant());
    }

    /// An address that somebody changed by hand shows the first list.
    private static Show show(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "open" -> Show.OPEN;
            case "closed" -> Show.CLOSED;
            default -> Show.MINE;
        };
    }

    private static Sort sort(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "waiting" -> Sort.WAITING;
            case "window" -> Sort.WINDOW;
            default -> Sort.NEWEST;
        };
    }
}
