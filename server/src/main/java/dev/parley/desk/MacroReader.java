package dev.parley.desk;

import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.MacroConditions.Conditions;
import dev.parley.desk.MacroConditions.Obstacle;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.MacroChoicesView;
import dev.parley.desk.view.MacroChoicesView.Line;
import dev.parley.desk.view.MacroChoicesView.Step;
import dev.parley.engagement.Library;
import dev.parley.engagement.macro.Macro;
import dev.parley.engagement.macro.MacroStep;
import dev.parley.engagement.macro.Macros;
import dev.parley.engagement.macro.StepTexts;
import dev.parley.platform.web.PageFrame;
import dev.parley.workstream.Workstreams;
import java.util.List;
import org.springframework.stereotype.Component;

/// Builds the list of macros for an agent in a conversation.
@Component
class MacroReader {
    private final Macros macros;
    private final Workstreams workstreams;
    private final MacroConditions conditions;

    MacroReader(Macros macros, Workstreams workstreams, MacroConditions conditions) {
        this.macros = macros;
        this.workstreams = workstreams;
        this.conditions = conditions;
    }

    MacroChoicesView read(PageFrame frame, DeskTexts w, Opened opened) {
        var here = conditions.in(frame, w, opened);
        var lines = macrosFor(opened).stream().map(macro -> line(w, here, macro)).toList();
        return new MacroChoicesView(
                opened.conversation().id().value(),
                lines.stream().filter(Line::possible).toList(),
                lines.stream().filter(line -> !line.possible()).toList());
    }

    /// {@return what this agent can run here, if its steps are possible}
    List<Macro> macrosFor(Opened opened) {
        var handling = workstreams.handlingOf(opened.conversation().details().address().at());
        return macros.of(opened.me(), handling.workstream().id());
    }

    private static Line line(DeskTexts w, Conditions here, Macro macro) {
        var content = macro.content();
        return new Line(
                macro.id().value(),
                macro.revision(),
                content.title(),
                macro.library() == Library.PERSONAL,
                content.replies(),
                steps(w, here, content.steps()),
                here.firstObstacle(content.steps()).map(Obstacle::reason).orElse(""));
    }

    private static List<Step> steps(DeskTexts w, Conditions here, List<MacroStep> steps) {
        return steps.stream()
                .map(step ->
                        new Step(
                                StepTexts.what(w.texts(), step, here.targets()),
                                StepTexts.text(step).map(here::filled).orElse("")))
                .toList();
    }
}
