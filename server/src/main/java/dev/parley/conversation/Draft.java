package dev.parley.conversation;

import static java.util.stream.Collectors.toSet;

import dev.parley.channel.Choice;
import dev.parley.channel.Content;
import dev.parley.channel.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one of us wants to say.
///
/// @param key made by whoever asks, the same whenever they ask again
/// @param replyTo the mid of the message that this one answers
/// @param choices answers to choose from, under the last message that the text becomes
/// @param files the ids of files that were handed in before
public record Draft(
        String text, String key, @Nullable String replyTo, List<Choice> choices, List<UUID> files) {
    /// More at once is no conversation.
    public static final int MOST_FILES = 10;

    private static final int LONGEST_PAYLOAD = 1000;

    public Draft {
        choices = List.copyOf(choices);
        files = List.copyOf(files);
    }

    /// {@return the messages that the text becomes, in order} One that is too long for one message
    /// becomes several; the answers to choose from stand under the last, where they are seen.
    ///
    /// @param rules what the channel takes as one message
    public List<Content> words(TextRules rules) {
        var parts = rules.split(text);
        var contents = new ArrayList<Content>();
        for (var part : parts) {
            var last = contents.size() == parts.size() - 1;
            contents.add(
                    last && !choices.isEmpty()
                            ? new Content.Question(part, choices)
                            : new Content.Text(part));
        }
        return contents;
    }

    /// {@return what stands in the way of sending this, whoever it goes to}
    Optional<Flaw> flaw(TextRules rules) {
        if (text.isBlank() && !choices.isEmpty()) {
            return Optional.of(Flaw.NO_QUESTION);
        }
        if (text.isBlank() && files.isEmpty()) {
            return Optional.of(Flaw.EMPTY);
        }
        if (files.size() > MOST_FILES) {
            return Optional.of(Flaw.TOO_MANY_FILES);
        }
        if (text.length() > rules.longestDraft()) {
            return Optional.of(Flaw.TOO_LONG);
        }
        if (choices.size() > rules.mostButtons()) {
            return Optional.of(Flaw.TOO_MANY_CHOICES);
        }
        return choices.stream().allMatch(one -> isSound(one, rules)) && areDistinct()
                ? Optional.empty()
                : Optional.of(Flaw.BAD_CHOICE);
    }

    private static boolean isSound(Choice choice, TextRules rules) {
        return !choice.title().isBlank()
                && choice.title().length() <= rules.longestButton()
                && choice.payload().length() <= LONGEST_PAYLOAD;
    }

    private boolean areDistinct() {
        return choices.stream().map(Choice::title).collect(toSet()).size() == choices.size();
    }

    /// What is wrong with a draft.
    public enum Flaw {
        EMPTY,
        TOO_LONG,
        /// Answers to choose from, and no words above them.
        NO_QUESTION,
        TOO_MANY_CHOICES,
        /// An answer that is blank, too long, or there twice.
        BAD_CHOICE,
        /// The message that is to be answered is none of this customer's, or not with the channel.
        UNKNOWN_QUOTE,
        TOO_MANY_FILES,
        /// A file that was never handed in, or does not wait any more.
        FILE_GONE,
        /// Files from agents are switched off for this endpoint.
        FILES_SWITCHED_OFF,
        /// The channel takes no files.
        NO_FILES_HERE,
        /// The endpoint was removed, so that nothing can be sent for it.
        ENDPOINT_REMOVED
    }
}
