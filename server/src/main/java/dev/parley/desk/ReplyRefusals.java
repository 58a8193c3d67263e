package dev.parley.desk;

import dev.parley.channel.ReplyWindowState;
import dev.parley.channel.TextRules;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Draft.Flaw;
import dev.parley.conversation.Replies.Answer;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Says why a reply was not accepted.
@Component
class ReplyRefusals {
    private final ConflictTexts conflictTexts;

    ReplyRefusals(ConflictTexts conflictTexts) {
        this.conflictTexts = conflictTexts;
    }

    /// {@return the reason; empty if the reply was written}
    Optional<Refusal> of(PageFrame frame, SignedIn me, ConversationId conversation, Answer answer) {
        return switch (answer) {
            case Answer.Written _ -> Optional.empty();
            case Answer.Flawed(var flaw, var rules) ->
                    Optional.of(new Refusal(422, words(frame, flaw, rules.texts())));
            case Answer.WindowClosed(ReplyWindowState.Closed _) ->
                    Optional.of(new Refusal(422, frame.text("desk.refused.window")));
            case Answer.ControlledElsewhere _ ->
                    Optional.of(new Refusal(409, frame.text("desk.refused.control")));
            case Answer.ConversationEnded(var closed) ->
                    Optional.of(
                            new Refusal(
                                    409,
                                    frame.text(
                                            closed ? "desk.refused.ended" : "desk.shut.wrap-up")));
            case Answer.NotAllowed _ ->
                    Optional.of(
                            new Refusal(409, conflictTexts.orUnavailable(frame, me, conversation)));
        };
    }

    private static String words(PageFrame frame, Flaw flaw, TextRules rules) {
        return switch (flaw) {
            case EMPTY -> frame.text("desk.refused.empty");
            case TOO_LONG -> frame.text("desk.refused.tooLong", rules.longestDraft());
            case NO_QUESTION -> frame.text("desk.refused.noQuestion");
            case TOO_MANY_REPLY_BUTTONS ->
                    frame.text("desk.refused.tooManyReplyButtons", rules.mostButtons());
            case INVALID_REPLY_BUTTON ->
                    frame.text("desk.refused.invalidReplyButton", rules.longestButton());
            case UNKNOWN_QUOTE -> frame.text("desk.refused.unknownQuote");
            case TOO_MANY_FILES -> frame.text("desk.refused.tooManyFiles", Draft.MOST_FILES);
            case FILE_GONE -> frame.text("desk.refused.fileGone");
            case FILES_SWITCHED_OFF -> frame.text("desk.refused.filesSwitchedOff");
            case NO_FILES_HERE -> frame.text("desk.refused.noFilesHere");
            case ENDPOINT_REMOVED -> frame.text("desk.refused.endpointRemoved");
        };
    }

    /// A reply that was not accepted.
    ///
    /// @param status of the response
    /// @param words one sentence
    record Refusal(int status, String words) {}
}
