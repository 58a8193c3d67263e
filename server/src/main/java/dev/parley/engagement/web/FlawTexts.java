package dev.parley.engagement.web;

import static java.util.stream.Collectors.joining;

import dev.parley.engagement.CannedAnswerDraft;
import dev.parley.engagement.Flaw;
import dev.parley.engagement.Slug;
import dev.parley.engagement.web.view.CannedAnswerForm;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.Problems;
import java.util.List;
import java.util.stream.Stream;

/// Says why a canned answer cannot be saved, and how to fix it.
final class FlawTexts {
    private FlawTexts() {}

    /// {@return the problems of the form, each at its field}
    static Problems problems(Texts t, CannedAnswerForm form, List<Flaw> flaws) {
        return flaws.stream()
                .map(flaw -> Problems.with(field(form, flaw), text(t, flaw)))
                .reduce(Problems.NONE, Problems::merge);
    }

    static String text(Texts t, Flaw flaw) {
        return switch (flaw) {
            case Flaw.NoTitle() -> t.text("engagement.canned.title.fill");
            case Flaw.TitleTooLong() ->
                    tooLong(t, "engagement.canned.title", CannedAnswerDraft.LONGEST_TITLE);
            case Flaw.TitleTaken() -> t.text("engagement.canned.title.taken");
            case Flaw.NoLanguage() -> t.text("engagement.canned.language.fill");
            case Flaw.NoText() -> t.text("engagement.canned.text.fill");
            case Flaw.TextTooLong() ->
                    tooLong(t, "engagement.canned.text", CannedAnswerDraft.LONGEST_TEXT);
            case Flaw.UnknownSlugs(var names) ->
                    t.text("engagement.canned.slugs.unknown", inBraces(t, names), allSlugs(t));
            case Flaw.TooManyTags() ->
                    t.text("engagement.canned.tags.many", CannedAnswerDraft.MOST_TAGS);
            case Flaw.TagTooLong(var tag) ->
                    t.text("engagement.canned.tags.long", tag, CannedAnswerDraft.LONGEST_TAG);
            case Flaw.NoWorkstream() -> t.text("engagement.canned.workstreams.none");
            case Flaw.UnknownWorkstream(var name) ->
                    t.text("engagement.canned.workstreams.unknown", name);
            case Flaw.Repeated(var line) -> t.text("engagement.canned.import.repeated", line);
            case Flaw.LibraryFull(var most) -> t.text("engagement.canned.full", most);
        };
    }

    private static String field(CannedAnswerForm form, Flaw flaw) {
        return switch (flaw) {
            case Flaw.NoTitle _, Flaw.TitleTooLong _, Flaw.TitleTaken _ -> "title";
            case Flaw.NoLanguage _ ->
                    form.language().equals(CannedAnswerForm.OTHER) ? "otherLanguage" : "language";
            case Flaw.NoText _, Flaw.TextTooLong _, Flaw.UnknownSlugs _ -> "text";
            case Flaw.TooManyTags _, Flaw.TagTooLong _ -> "tags";
            case Flaw.NoWorkstream _, Flaw.UnknownWorkstream _ -> "workstreams";
            case Flaw.Repeated _, Flaw.LibraryFull _ -> "";
        };
    }

    private static String tooLong(Texts t, String what, int longest) {
        return t.text("admin.tooLong", t.text(what), longest);
    }

    private static String allSlugs(Texts t) {
        return inBraces(t, Stream.of(Slug.values()).map(Slug::text).toList());
    }

    private static String inBraces(Texts t, List<String> names) {
        return names.stream().map(name -> "{" + name + "}").collect(joining(t.text("admin.comma")));
    }
}
