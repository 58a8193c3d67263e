package dev.parley.engagement.web;

import dev.parley.admin.kit.UserNames;
import dev.parley.engagement.CannedAnswer;
import dev.parley.engagement.CustomerSlugs;
import dev.parley.engagement.web.view.CannedAnswerForm;
import dev.parley.engagement.web.view.CannedAnswerView;
import dev.parley.engagement.web.view.CannedAnswersView;
import dev.parley.engagement.web.view.CannedAnswersView.Line;
import dev.parley.engagement.web.view.Place;
import dev.parley.identity.UserId;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.WorkstreamId;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Renders the pages of canned answers, which several forms return to.
@Component
class CannedAnswerScreen {
    private static final int EXCERPT = 160;

    private final Templates templates;
    private final WorkstreamChoices workstreams;
    private final UserNames names;
    private final CustomerSlugs customerSlugs;

    CannedAnswerScreen(
            Templates templates,
            WorkstreamChoices workstreams,
            UserNames names,
            CustomerSlugs customerSlugs) {
        this.templates = templates;
        this.workstreams = workstreams;
        this.names = names;
        this.customerSlugs = customerSlugs;
    }

    JteModel list(PageFrame frame, CannedAnswersView view) {
        return templates.engagementCannedAnswers(frame, view);
    }

    /// {@return the lines of a list}
    List<Line> lines(PageFrame frame, List<CannedAnswer> answers) {
        var userNames =
                names.of(
                        answers.stream()
                                .flatMap(one -> Stream.of(one.createdBy(), one.changedBy()))
                                .toList());
        var streams = workstreams.names();
        return answers.stream().map(answer -> line(frame, answer, streams, userNames)).toList();
    }

    JteModel showNew(PageFrame frame, CannedAnswerForm form, Problems problems) {
        var place = Place.of(frame, Place.CANNED_ANSWERS);
        var view =
                new CannedAnswerView(
                        place,
                        null,
                        frame.text("engagement.canned.new"),
                        form,
                        workstreams.options(place, form.workstreams()),
                        customerSlugs.offered(),
                        null,
                        problems,
                        "");
        return templates.engagementCannedAnswer(frame, view);
    }

    JteModel show(
            PageFrame frame,
            CannedAnswer answer,
            CannedAnswerForm form,
            Problems problems,
            String notice) {
        var place = Place.of(frame, Place.CANNED_ANSWERS);
        var view =
                new CannedAnswerView(
                        place,
                        answer.id().value(),
                        answer.content().title(),
                        form,
                        workstreams.options(place, form.workstreams()),
                        customerSlugs.offered(),
                        names.made(
                                frame,
                                answer.createdAt(),
                                answer.createdBy(),
                                answer.changedAt(),
                                answer.changedBy()),
                        problems,
                        notice);
        return templates.engagementCannedAnswer(frame, view);
    }

    /// {@return the name of a language in the reader's}
    static String language(Texts t, String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.forLanguageTag(t.tag()));
    }

    private static Line line(
            PageFrame frame,
            CannedAnswer answer,
            Map<WorkstreamId, String> streams,
            Map<UserId, String> userNames) {
        var content = answer.content();
        var restrictedTo = WorkstreamChoices.named(streams, content.workstreams());
        return new Line(
                answer.id().value(),
                content.title(),
                language(frame.t(), content.language()),
                content.language(),
                excerpt(content.text()),
                content.tags(),
                restrictedTo,
                content.restricted() && restrictedTo.isEmpty(),
                UserNames.made(
                        frame,
                        userNames,
                        answer.createdAt(),
                        answer.createdBy(),
                        answer.changedAt(),
                        answer.changedBy()));
    }

    private static String excerpt(String text) {
        var end =
                text.offsetByCodePoints(
                        0, Math.min(EXCERPT, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "…";
    }
}
