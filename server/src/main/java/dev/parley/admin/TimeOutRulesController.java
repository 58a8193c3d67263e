package dev.parley.admin;

import dev.parley.admin.kit.SavedNotices;
import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.admin.view.TimeOutRulesView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.timeout.TimeOutRule;
import dev.parley.timeout.TimeOutRuleChange;
import dev.parley.timeout.TimeOutRuleId;
import dev.parley.timeout.TimeOutRules;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Lists the time-out rules of a workstream, and changes their order.
@Controller
@RequestMapping("/admin/workstreams/{id}/time-outs")
class TimeOutRulesController {
    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "created", "timeout.rules.created",
                            "saved", "timeout.rules.saved",
                            "deleted", "timeout.rules.deleted",
                            "moved", "timeout.rules.moved"));

    private static final SavedNotices WARNINGS =
            new SavedNotices(
                    Map.of(
                            "reordered", "timeout.rules.reordered",
                            "gone", "timeout.rules.gone"));

    private final Templates templates;
    private final TimeOutRules rules;
    private final WorkstreamScreens screens;

    TimeOutRulesController(Templates templates, TimeOutRules rules, WorkstreamScreens screens) {
        this.templates = templates;
        this.rules = rules;
        this.screens = screens;
    }

    @GetMapping
    JteModel list(
            PageFrame frame, @PathVariable UUID id, @RequestParam Map<String, String> parameters) {
        var workstream = screens.workstream(id);
        var lines = rules.of(workstream.id()).stream().map(rule -> line(frame, rule)).toList();
        return templates.adminTimeoutRules(
                frame,
                new TimeOutRulesView(
                        workstream,
                        lines,
                        lines.size() >= TimeOutRules.MOST,
                        NOTICES.text(frame, parameters),
                        WARNINGS.text(frame, parameters),
                        place(parameters.getOrDefault("moved", "")),
                        parameters.containsKey("up")));
    }

    @PostMapping("/{rule}/place")
    Answer move(SignedIn me, @PathVariable UUID id, @PathVariable UUID rule, FormInput typed) {
        var up = typed.flag("up");
        var place = typed.number("place");
        var result = rules.move(new TimeOutRuleId(rule), place, up, me.userId());
        return Answer.redirect(
                "/admin/workstreams/"
                        + id
                        + "/time-outs"
                        + switch (result) {
                            case TimeOutRuleChange.Done() ->
                                    up ? "?up&moved=" + (place - 1) : "?moved=" + (place + 1);
                            case TimeOutRuleChange.Conflict _, TimeOutRuleChange.TooMany _ ->
                                    "?reordered";
                            case TimeOutRuleChange.Gone() -> "?gone";
                        });
    }

    private static int place(String text) {
        return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
    }

    private static TimeOutRulesView.Line line(PageFrame frame, TimeOutRule rule) {
        var content = rule.content();
        return new TimeOutRulesView.Line(
                rule.id().value(),
                rule.place(),
                TimeOutTexts.when(frame.t(), content),
                TimeOutTexts.then(frame.t(), content),
                TimeOutTexts.message(frame.t(), content));
    }
}
