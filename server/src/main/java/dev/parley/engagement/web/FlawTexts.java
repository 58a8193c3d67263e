package dev.parley.engagement.web;

import static java.util.stream.Collectors.joining;

import dev.parley.engagement.CannedAnswerDraft;
import dev.parley.engagement.CannedAnswerFlaw;
import dev.parley.engagement.Slug;
import dev.parley.engagement.web.view.CannedAnswerForm;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.Problems;
import java.util.List;

/// Says why a canned answer cannot be saved, and how to fix it.
final class FlawTexts {
    private FlawTexts() {}

    /// {@return the problems of the form, each at its field}
    static Problems problems(Texts t, CannedAnswerForm form, List<CannedAnswerFlaw> flaws) {
        return flaws.stream()
                .map(flaw -> Problems.with(field(form, flaw), text(t, flaw)))
                .reduce(Problems.NONE, Problems::merge);
    }

    static String text(Texts t, CannedAnswerFlaw flaw) {
        return switch (flaw) {
            case CannedAnswerFlaw.NoTitle() -> t.text("engagement.canned.title.fill");
            case CannedAnswerFlaw.TitleTooLong() ->
                    tooLong(t, "engagement.canned.title", CannedAnswerDraft.LONGEST_TITLE);
            case CannedAnswerFlaw.TitleTaken() -> t.text("engagement.canned.title.taken");
            case CannedAnswerFlaw.NoLanguage() -> t.text("engagement.canned.language.fill");
            case CannedAnswerFlaw.NoText() -> t.text("engagement.canned.text.fill");
            case CannedAnswerFlaw.TextTooLong() ->
                    tooLong(t, "engagement.canned.text", CannedAnswerDraft.LONGEST_TEXT);
            case CannedAnswerFlaw.UnknownSlugs(var names) ->
                    t.text("engagement.canned.slugs.unknown", inBraces(t, names), allSlugs(t));
            case CannedAnswerFlaw.TooManyTags() ->
                    t.text("engagement.canned.tags.many", CannedAnswerDraft.MOST_TAGS);
            case CannedAnswerFlaw.TagTooLong(var tag) ->
                    t.text("engagement.canned.tags.long", tag, CannedAnswerDraft.LONGEST_TAG);
            case CannedAnswerFlaw.NoWorkstream() -> t.text("engagement.canned.workstreams.none");
            case CannedAnswerFlaw.UnknownWorkstream(var name) ->
                    t.text("engagement.canned.workstreams.unknown", name);
            case CannedAnswerFlaw.Repeated(var line) ->
                    t.text("engagement.canned.import.repeated", line);
            case CannedAnswerFlaw.LibraryFull(var most) -> t.text("engagement.canned.full", most);
        };
    }

    private static String field(CannedAnswerForm form, CannedAnswerFlaw flaw) {
        return switch (flaw) {
            case CannedAnswerFlaw.NoTitle _,
                    CannedAnswerFlaw.TitleTooLong _,
                    CannedAnswerFlaw.TitleTaken _ ->
                    "title";
            case CannedAnswerFlaw.NoLanguage _ ->
                    form.language().equals(CannedAnswerForm.OTHER) ? "otherLanguage" : "language";
            case CannedAnswerFlaw.NoText _,
                    CannedAnswerFlaw.TextTooLong _,
                    CannedAnswerFlaw.UnknownSlugs _ ->
                    "text";
            case CannedAnswerFlaw.TooManyTags _, CannedAnswerFlaw.TagTooLong _ -> "tags";
            case CannedAnswerFlaw.NoWorkstream _, CannedAnswerFlaw.UnknownWorkstream _ ->
                    "workstreams";
            case CannedAnswerFlaw.Repeated _, CannedAnswerFlaw.LibraryFull _ -> "";
        };
    }

    private static String tooLong(Texts t, String what, int longest) {
        return t.text("admin.tooLong", t.text(what), longest);
    }

    private static String allSlugs(Texts t) {
        return inBraces(t, Slug.names());
    }

    private static String inBraces(Texts t, List<String> names) {
        return names.stream().map(name -> "{" + name + "}").collect(joining(t.text("admin.comma")));
    }
}
