package dev.parley.desk;

import dev.parley.desk.TimelineViews.Stretch;
import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The timeline of a conversation: from an entry on, or with earlier entries.
@Controller
class TimelineController {
    private final Templates templates;
    private final ConversationAccess access;
    private final TimelineReader timeline;
    private final Clock clock;

    TimelineController(
            Templates templates, ConversationAccess access, TimelineReader timeline, Clock clock) {
        this.templates = templates;
        this.access = access;
        this.timeline = timeline;
        this.clock = clock;
    }

    @GetMapping("/desk/conversations/{id}/timeline")
    JteModel timeline(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String before) {
        var w = DeskTexts.of(frame, clock.instant());
        var stretch = new Stretch(TimelineCursor.read(from), TimelineCursor.read(before));
        return templates.deskTimeline(w, timeline.read(w, access.open(id, me), stretch), Set.of());
    }

    /// Another page of earlier entries: only the rows that the page does not show yet.
    @PostMapping("/desk/conversations/{id}/timeline")
    JteModel earlier(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        var w = DeskTexts.of(frame, clock.instant());
        var stretch = new Stretch(null, TimelineCursor.read(form.get("before")));
        var view = timeline.read(w, access.open(id, me), stretch);
        return templates.deskTimeline(w, view, new ShownPage(form).entries());
    }
}
