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
/// @param replyTo the channel's id of the message that this one answers
/// @param replyButtons under the last message that the text becomes
/// @param files the ids of files that were uploaded before
public record Draft(
        String text,
        String key,
        @Nullable String replyTo,
        List<ReplyButton> replyButtons,
        List<UUID> files) {
    /// The maximum number of files in one reply.
    public static final int MOST_FILES = 10;

    private static final int LONGEST_PAYLOAD = 1000;

    public Draft {
        replyButtons = List.copyOf(replyButtons);
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
                    last && !replyButtons.isEmpty()
                            ? new Content.Question(part, replyButtons)
                            : new Content.Text(part));
        }
        return contents;
    }

    /// {@return the reason why this cannot be sent, whoever the recipient is}
    Optional<Flaw> flaw(TextRules rules) {
        if (text.isBlank() && !replyButtons.isEmpty()) {
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
        if (replyButtons.size() > rules.mostButtons()) {
            return Optional.of(Flaw.TOO_MANY_REPLY_BUTTONS);
        }
        return replyButtons.stream().allMatch(one -> isSound(one, rules)) && areDistinct()
                ? Optional.empty()
                : Optional.of(Flaw.INVALID_REPLY_BUTTON);
    }

    private static boolean isSound(ReplyButton button, TextRules rules) {
        return !button.title().isBlank()
                && button.title().length() <= rules.longestButton()
                && button.payload().length() <= LONGEST_PAYLOAD;
    }

    private boolean areDistinct() {
        var titles = replyButtons.stream().map(ReplyButton::title).collect(toSet());
        return titles.size() == replyButtons.size();
    }

    /// What is wrong with a draft.
    public enum Flaw {
        EMPTY,
        TOO_LONG,
        /// Reply buttons without a text above them.
        NO_QUESTION,
        TOO_MANY_REPLY_BUTTONS,
        /// A reply button that is blank, too long, or a duplicate.
        INVALID_REPLY_BUTTON,
        /// The quoted message is not in this customer's conversations, or the channel does not
        /// support quotes.
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
