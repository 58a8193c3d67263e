package dev.parley.engagement.web.view;

import dev.parley.engagement.CannedAnswer;
import dev.parley.engagement.CannedAnswerDraft;
import dev.parley.platform.language.Language;
import dev.parley.platform.web.FormInput;
import dev.parley.workstream.WorkstreamId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The form of a canned answer, as typed.
///
/// @param language the tag of a language that Parley is written in, or [#OTHER]
/// @param otherLanguage the tag of another language
/// @param restricted whether it is for some workstreams only
/// @param revision of the answer when the form was opened; 0 for a new one
public record CannedAnswerForm(
        String title,
        String language,
        String otherLanguage,
        String text,
        String tags,
        boolean restricted,
        Set<UUID> workstreams,
        int revision) {
    public static final String OTHER = "other";

    public CannedAnswerForm {
        workstreams = Set.copyOf(workstreams);
    }

    /// {@return the form of a new answer}
    public static CannedAnswerForm empty(Language language) {
        return new CannedAnswerForm("", language.tag(), "", "", "", false, Set.of(), 0);
    }

    /// {@return the initial form of this answer}
    public static CannedAnswerForm of(CannedAnswer answer) {
        var content = answer.content();
        var known = Language.tagged(content.language()).isPresent();
        return new CannedAnswerForm(
                content.title(),
                known ? content.language() : OTHER,
                known ? "" : content.language(),
                content.text(),
                String.join(" ", content.tags()),
                content.restricted(),
                content.workstreams().stream().map(WorkstreamId::value).collect(Collectors.toSet()),
                answer.revision());
    }

    public static CannedAnswerForm typed(FormInput typed) {
        return new CannedAnswerForm(
                typed.text("title"),
                typed.text("language"),
                typed.text("otherLanguage"),
                typed.text("text"),
                typed.text("tags"),
                typed.text("scope").equals("some"),
                typed.ids("workstreams"),
                typed.number("revision"));
    }

    /// {@return the same form, to overwrite a concurrent change}
    public CannedAnswerForm over(int otherRevision) {
        return new CannedAnswerForm(
                title, language, otherLanguage, text, tags, restricted, workstreams, otherRevision);
    }

    /// {@return the values to save}
    public CannedAnswerDraft draft() {
        return CannedAnswerDraft.typed(
                title,
                language.equals(OTHER) ? otherLanguage : language,
                text,
                tags,
                restricted,
                workstreams.stream().map(WorkstreamId::new).collect(Collectors.toSet()));
    }
}
