package dev.parley.engagement;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.parley.platform.FoldedText;
import dev.parley.platform.StorableText;
import dev.parley.workstream.WorkstreamId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The content of a canned answer, as far as a user defines it.
///
/// @param language a BCP 47 tag
/// @param text with slugs, see [SlugText]
/// @param tags single words
/// @param restricted whether only conversations of `workstreams` show it; otherwise all do
public record CannedAnswerDraft(
        String title,
        String language,
        String text,
        List<String> tags,
        boolean restricted,
        Set<WorkstreamId> workstreams) {
    public static final int LONGEST_TITLE = 100;

    /// Of no particular channel: what does not fit into one message is sent as several.
    public static final int LONGEST_TEXT = 5_000;

    public static final int MOST_TAGS = 10;
    public static final int LONGEST_TAG = 30;

    private static final Pattern BETWEEN_TAGS = Pattern.compile("[\\s,;、，；#＃]+");
    private static final Pattern LINE_END = Pattern.compile("\\R");

    public CannedAnswerDraft {
        tags = List.copyOf(tags);
        workstreams = Set.copyOf(workstreams);
    }

    /// {@return the content that was typed} Line ends become uniform, surrounding blanks are
    /// removed, and a tag that occurs twice is used once.
    public static CannedAnswerDraft typed(
            String title,
            String language,
            String text,
            String tags,
            boolean restricted,
            Set<WorkstreamId> workstreams) {
        return new CannedAnswerDraft(
                StorableText.clean(title.strip()),
                LanguageTag.of(language).orElse(language.strip()),
                StorableText.clean(LINE_END.matcher(text.strip()).replaceAll("\n")),
                tagsIn(StorableText.clean(tags)),
                restricted,
                restricted ? workstreams : Set.of());
    }

    private static List<String> tagsIn(String typed) {
        var distinct = new LinkedHashMap<String, String>();
        for (var tag : BETWEEN_TAGS.split(typed, -1)) {
            if (!tag.isBlank()) {
                distinct.putIfAbsent(FoldedText.of(tag), tag);
            }
        }
        return List.copyOf(distinct.values());
    }

    /// {@return the reasons why it cannot be saved; none if it can}
    List<CannedAnswerFlaw> flaws() {
        var flaws = new ArrayList<CannedAnswerFlaw>();
        if (title.isEmpty()) {
            flaws.add(new CannedAnswerFlaw.NoTitle());
        } else if (title.length() > LONGEST_TITLE) {
            flaws.add(new CannedAnswerFlaw.TitleTooLong());
        }
        if (!LanguageTag.isOne(language)) {
            flaws.add(new CannedAnswerFlaw.NoLanguage());
        }
        if (text.isEmpty()) {
            flaws.add(new CannedAnswerFlaw.NoText());
        } else if (text.length() > LONGEST_TEXT) {
            flaws.add(new CannedAnswerFlaw.TextTooLong());
        } else if (!SlugText.unknownIn(text).isEmpty()) {
            flaws.add(new CannedAnswerFlaw.UnknownSlugs(SlugText.unknownIn(text)));
        }
        if (tags.size() > MOST_TAGS) {
            flaws.add(new CannedAnswerFlaw.TooManyTags());
        }
        tags.stream()
                .filter(tag -> tag.length() > LONGEST_TAG)
                .findFirst()
                .ifPresent(tag -> flaws.add(new CannedAnswerFlaw.TagTooLong(tag)));
        if (restricted && workstreams.isEmpty()) {
            flaws.add(new CannedAnswerFlaw.NoWorkstream());
        }
        return flaws;
    }

    /// {@return its tags as they are searched for}
    List<String> foldedTags() {
        return tags.stream().map(FoldedText::of).toList();
    }

    /// {@return the same content for all workstreams, as personal answers are}
    CannedAnswerDraft unrestricted() {
        return new CannedAnswerDraft(title, language, text, tags, false, Set.of());
    }

    /// {@return it without the workstreams that do not exist}
    CannedAnswerDraft within(Set<WorkstreamId> existing) {
        var known = workstreams.stream().filter(existing::contains).collect(toUnmodifiableSet());
        return new CannedAnswerDraft(title, language, text, tags, restricted, known);
    }
}
