package dev.parley.privacy.web;

import dev.parley.admin.kit.UserNames;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.privacy.MaskedKind;
import dev.parley.privacy.MaskingRule;
import dev.parley.privacy.MaskingRules;
import dev.parley.privacy.web.view.MaskingForm;
import dev.parley.privacy.web.view.MaskingListView;
import dev.parley.privacy.web.view.MaskingListView.Line;
import dev.parley.privacy.web.view.MaskingListView.TryOut;
import dev.parley.privacy.web.view.MaskingRuleView;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.springframework.stereotype.Component;

/// Renders the pages of masking rules, which several forms return to.
@Component
class MaskingScreen {
    private final Templates templates;
    private final UserNames names;

    MaskingScreen(Templates templates, UserNames names) {
        this.templates = templates;
        this.names = names;
    }

    JteModel list(PageFrame frame, List<MaskingRule> rules, TryOut tryOut, String notice) {
        var lines = rules.stream().map(rule -> line(frame, rule)).toList();
        var view = new MaskingListView(lines, rules.size() >= MaskingRules.MOST, tryOut, notice);
        return templates.privacyMaskingRules(frame, view);
    }

    private static Line line(PageFrame frame, MaskingRule rule) {
        var t = frame.t();
        var content = rule.content();
        var builtIn = rule.kind().isBuiltIn();
        return new Line(
                rule.id().value(),
                MaskingTexts.name(t, rule),
                builtIn ? MaskingTexts.about(t, rule.kind()) : content.expression(),
                !builtIn,
                MaskingTexts.texts(t, content),
                content.active());
    }

    JteModel showNew(PageFrame frame, MaskingForm form, String shown, Problems problems) {
        var title = frame.text("masking.new");
        return templates.privacyMaskingRule(
                frame, new MaskingRuleView(null, title, "", form, shown, null, problems, ""));
    }

    JteModel show(
            PageFrame frame,
            MaskingRule rule,
            MaskingForm form,
            String shown,
            Problems problems,
            String notice) {
        var kind = rule.kind();
        var made =
                names.made(
                        frame,
                        rule.createdAt(),
                        rule.createdBy(),
                        rule.changedAt(),
                        rule.changedBy());
        var view =
                new MaskingRuleView(
                        rule.id().value(),
                        MaskingTexts.name(frame.t(), rule),
                        kind == MaskedKind.EXPRESSION ? "" : MaskingTexts.about(frame.t(), kind),
                        form,
                        shown,
                        made,
                        problems,
                        notice);
        return templates.privacyMaskingRule(frame, view);
    }
}
