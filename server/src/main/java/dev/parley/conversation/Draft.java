package dev.parley.conversation;

import static java.util.stream.Collectors.toSet;

import dev.parley.channel.Content;
import dev.parley.channel.ReplyButton;
import dev.parley.channel.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reply that is to be sent.
///
/// @param key made by the client, the same when it repeats the request
/// @param replyTo the mid of the message that this one answers
/// @param choices reply buttons, under the last message that the text becomes
/// @param files the ids of files that were uploaded before
public record Draft(
        String text,
        String key,
        @Nullable String replyTo,
        List<ReplyButton> choices,
        List<UUID> files) {
    /// The maximum number of files in one reply.
    public static final int MOST_FILES = 10;

    private static final int LONGEST_PAYLOAD = 1000;

    public Draft {
        choices = List.copyOf(choices);
        files = List.copyOf(files);
    }

    /// {@return the messages that the text becomes, in order} A text that is too long for one
    /// message becomes several; the reply buttons are under the last, where they are visible.
    ///
    /// @param rules the channel's limits for one message
    public List<Content> messages(TextRules rules) {
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

    /// {@return the reason why this cannot be sent, whoever the recipient is}
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

    private static boolean isSound(ReplyButton choice, TextRules rules) {
        return !choice.title().isBlank()
                && choice.title().length() <= rules.longestButton()
                && choice.payload().length() <= LONGEST_PAYLOAD;
    }

    private boolean areDistinct() {
        return choices.stream().map(ReplyButton::title).collect(toSet()).size() == choices.size();
    }

    /// What is wrong with a draft.
    public enum Flaw {
        EMPTY,
        TOO_LONG,
        /// Reply buttons without a text above them.
        NO_QUESTION,
        TOO_MANY_CHOICES,
        /// A reply button that is blank, too long, or a duplicate.
        BAD_CHOICE,
        /// The quoted message is not in this customer's thread, or the channel does not support
        /// quotes.
        UNKNOWN_QUOTE,
        TOO_MANY_FILES,
        /// A file that was never uploaded, or no longer waits to be sent.
        FILE_GONE,
        /// Files from agents are disabled for this endpoint.
        FILES_SWITCHED_OFF,
        /// The channel accepts no files.
        NO_FILES_HERE,
        /// The endpoint was removed, so nothing can be sent for it.
        ENDPOINT_REMOVED
    }
}
