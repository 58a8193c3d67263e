package dev.parley.privacy.web;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.privacy.MonitoringChange;
import dev.parley.privacy.MonitoringNotice;
import dev.parley.privacy.MonitoringNotices;
import dev.parley.privacy.web.view.MonitoringView.Form;
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

/// Where administrators publish the monitoring notice, and see who acknowledged it.
@Controller
@RequestMapping(MonitoringController.ADDRESS)
class MonitoringController {
    static final String ADDRESS = "/admin/monitoring-notice";

    private static final List<String> SORTS = List.of("-at", "agent", "-notice");
    private static final SavedNotices NOTICES =
            new SavedNotices(Map.of("saved", "monitoring.saved"));

    private final MonitoringNotices notices;
    private final MonitoringScreen screen;
    private final EditConflict editConflict;

    MonitoringController(
            MonitoringNotices notices, MonitoringScreen screen, EditConflict editConflict) {
        this.notices = notices;
        this.screen = screen;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel page(PageFrame frame, SignedIn me, @RequestParam Map<String, String> parameters) {
        return screen.show(
                frame,
                me,
                Listing.of(ADDRESS, parameters, SORTS),
                null,
                Problems.NONE,
                NOTICES.text(frame, parameters));
    }

    @GetMapping("/{id}")
    JteModel text(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        return notices.byId(me, id)
                .map(notice -> screen.text(frame, notice))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping
    Answer publish(PageFrame frame, SignedIn me, FormInput typed) {
        var form = new Form(typed.text("english"), typed.text("chinese"), typed.number("number"));
        return switch (notices.publish(me, form.english(), form.chinese(), form.number())) {
            case MonitoringChange.Done() -> Answer.redirect(ADDRESS + "?saved");
            case MonitoringChange.OneLanguageMissing() ->
                    again(
                            frame,
                            me,
                            form,
                            Problems.with(
                                    form.english().isEmpty() ? "english" : "chinese",
                                    frame.text("monitoring.both")));
            case MonitoringChange.TooLong() ->
                    again(
                            frame,
                            me,
                            form,
                            Problems.ofForm(
                                    frame.text("monitoring.tooLong", MonitoringNotice.LONGEST)));
            case MonitoringChange.Conflict(var now) ->
                    again(
                            frame,
                            me,
                            new Form(form.english(), form.chinese(), now.number()),
                            editConflict.problem(frame, now.publishedBy(), now.publishedAt()));
        };
    }

    private Answer again(PageFrame frame, SignedIn me, Form form, Problems problems) {
        var listing = Listing.of(ADDRESS, Map.of(), SORTS);
        return Answer.invalid(screen.show(frame, me, listing, form, problems, ""));
    }
}
