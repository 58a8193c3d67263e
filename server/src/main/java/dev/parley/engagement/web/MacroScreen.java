package dev.parley.engagement.web;

import dev.parley.admin.kit.SelectOption;
import dev.parley.admin.kit.UserNames;
import dev.parley.engagement.CustomerSlugs;
import dev.parley.engagement.SlugText;
import dev.parley.engagement.SlugValues;
import dev.parley.engagement.macro.Macro;
import dev.parley.engagement.macro.StepTargetReader;
import dev.parley.engagement.macro.StepTargets;
import dev.parley.engagement.macro.StepTexts;
import dev.parley.engagement.web.view.MacroChoices;
import dev.parley.engagement.web.view.MacroForm;
import dev.parley.engagement.web.view.MacroPreviewStep;
import dev.parley.engagement.web.view.MacroView;
import dev.parley.engagement.web.view.MacrosView;
import dev.parley.engagement.web.view.MacrosView.Line;
import dev.parley.engagement.web.view.Place;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.tag.Tag;
import dev.parley.workstream.WorkstreamId;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Renders the pages of macros, which several forms return to.
@Component
class MacroScreen {
    private static final String SAMPLE_NUMBER = "1234";

    private final Templates templates;
    private final StepTargetReader targets;
    private final WorkstreamChoices workstreams;
    private final UserNames names;
    private final CustomerSlugs customerSlugs;

    MacroScreen(
            Templates templates,
            StepTargetReader targets,
            WorkstreamChoices workstreams,
            UserNames names,
            CustomerSlugs customerSlugs) {
        this.templates = templates;
        this.targets = targets;
        this.workstreams = workstreams;
        this.names = names;
        this.customerSlugs = customerSlugs;
    }

    JteModel list(PageFrame frame, MacrosView view) {
        return templates.engagementMacros(frame, view);
    }

    /// {@return the lines of a list}
    List<Line> lines(PageFrame frame, List<Macro> macros) {
        var known = targets.now();
        var streams = workstreams.names();
        var userNames =
                names.of(
                        macros.stream()
                                .flatMap(one -> Stream.of(one.createdBy(), one.changedBy()))
                                .toList());
        return macros.stream().map(macro -> line(frame, macro, known, streams, userNames)).toList();
    }

    private static Line line(
            PageFrame frame,
            Macro macro,
            StepTargets known,
            Map<WorkstreamId, String> streams,
            Map<UserId, String> userNames) {
        var content = macro.content();
        var restrictedTo = WorkstreamChoices.named(streams, content.workstreams());
        return new Line(
                macro.id().value(),
                content.title(),
                content.steps().stream()
                        .map(step -> StepTexts.what(frame.t(), step, known))
                        .toList(),
                restrictedTo,
                content.restricted() && restrictedTo.isEmpty(),
                UserNames.made(
                        frame,
                        userNames,
                        macro.createdAt(),
                        macro.createdBy(),
                        macro.changedAt(),
                        macro.changedBy()));
    }

    JteModel showNew(PageFrame frame, SignedIn me, MacroForm form, Problems problems) {
        var known = targets.now();
        var place = Place.of(frame, Place.MACROS);
        var view =
                new MacroView(
                        place,
                        null,
                        frame.text("macro.new"),
                        form,
                        choices(frame, known),
                        workstreams.options(place, form.workstreams()),
                        steps(frame, me, form, known),
                        null,
                        problems,
                        "");
        return templates.engagementMacro(frame, view);
    }

    JteModel show(
            PageFrame frame,
            SignedIn me,
            Macro macro,
            MacroForm form,
            Problems problems,
            String notice) {
        var known = targets.now();
        var place = Place.of(frame, Place.MACROS);
        var view =
                new MacroView(
                        place,
                        macro.id().value(),
                        macro.content().title(),
                        form,
                        choices(frame, known),
                        workstreams.options(place, form.workstreams()),
                        steps(frame, me, form, known),
                        names.made(
                                frame,
                                macro.createdAt(),
                                macro.createdBy(),
                                macro.changedAt(),
                                macro.changedBy()),
                        problems,
                        notice);
        return templates.engagementMacro(frame, view);
    }

    /// {@return what the steps do that were typed}
    JteModel preview(PageFrame frame, SignedIn me, MacroForm form) {
        return templates.engagementMacroPreview(frame, steps(frame, me, form, targets.now()));
    }

    private static List<MacroPreviewStep> steps(
            PageFrame frame, SignedIn me, MacroForm form, StepTargets known) {
        var values = new SlugValues(frame.text("macro.preview.customer"), me.name(), SAMPLE_NUMBER);
        return form.draft().steps().stream()
                .map(step ->
                        new MacroPreviewStep(
                                StepTexts.what(frame.t(), step, known),
                                StepTexts.text(step)
                                        .map(text -> SlugText.filled(text, values))
                                        .orElse("")))
                .toList();
    }

    private MacroChoices choices(PageFrame frame, StepTargets known) {
        return new MacroChoices(
                known.codes().stream()
                        .map(one -> option(one.id(), one.content().name(frame.t().language())))
                        .toList(),
                known.queues().stream()
                        .map(one -> option(one.id(), StepTexts.name(frame.t(), one)))
                        .toList(),
                known.agents().stream().map(one -> option(one.id(), one.displayName())).toList(),
                known.tags().values().stream()
                        .distinct()
                        .sorted(Comparator.comparing(Tag::name))
                        .map(one -> option(one.id(), one.name()))
                        .toList(),
                customerSlugs.offered());
    }

    private static SelectOption option(Object id, String name) {
        return new SelectOption(id.toString(), name, false);
    }
}
