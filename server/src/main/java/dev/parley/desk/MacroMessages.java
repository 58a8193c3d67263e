package dev.parley.desk;

import dev.parley.channel.ReplyButton;
import dev.parley.conversation.ConversationTags;
import dev.parley.conversation.Draft;
import dev.parley.conversation.InternalNotes;
import dev.parley.conversation.Replies;
import dev.parley.conversation.Replies.Writer;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.DeskTexts;
import dev.parley.engagement.SlugText;
import dev.parley.engagement.SlugValues;
import dev.parley.platform.web.PageFrame;
import dev.parley.tag.TagId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The steps of macros that write or tag. What the agent is typing meanwhile is left alone.
@Component
class MacroMessages {
    private static final List<ReplyButton> NO_BUTTONS = List.of();
    private static final List<UUID> NO_FILES = List.of();

    /// A text that any channel accepts.
    private static final String ANY_TEXT = "…";

    private final Replies replies;
    private final ReplyRefusals refusals;
    private final InternalNotes notes;
    private final ConversationTags tags;
    private final SlugValuesReader slugValues;

    MacroMessages(
            Replies replies,
            ReplyRefusals refusals,
            InternalNotes notes,
            ConversationTags tags,
            SlugValuesReader slugValues) {
        this.replies = replies;
        this.refusals = refusals;
        this.notes = notes;
        this.tags = tags;
        this.slugValues = slugValues;
    }

    /// {@return the values of slugs in this conversation}
    SlugValues values(Opened opened) {
        return slugValues.of(opened);
    }

    private String filled(String text, Opened opened) {
        return SlugText.filled(text, values(opened));
    }

    /// {@return why no reply can be written now, whatever its text; empty if one can}
    Optional<String> refusal(PageFrame frame, DeskTexts w, Opened opened) {
        var shut = ComposerReader.state(w, opened).closedReason();
        if (shut != null) {
            return Optional.of(shut);
        }
        var me = opened.me();
        var id = opened.conversation().id();
        return replies.refusal(Writer.atDesk(me), id, draft(ANY_TEXT, ""))
                .flatMap(answer -> refusals.of(frame, me, id, answer))
                .map(ReplyRefusals.Refusal::words);
    }

    /// {@return why it was not accepted; empty if it was}
    Optional<String> reply(PageFrame frame, Opened opened, String text, String key) {
        var me = opened.me();
        var id = opened.conversation().id();
        var answer = replies.write(Writer.atDesk(me), id, draft(filled(text, opened), key));
        return refusals.of(frame, me, id, answer).map(ReplyRefusals.Refusal::words);
    }

    private static Draft draft(String text, String key) {
        return new Draft(text, key, null, NO_BUTTONS, NO_FILES);
    }

    /// {@return why it was not added; empty if it was}
    Optional<String> note(PageFrame frame, Opened opened, String text, String key) {
        var added = notes.add(opened.me(), opened.conversation().id(), filled(text, opened), key);
        return switch (added) {
            case ADDED -> Optional.empty();
            case EMPTY -> Optional.of(frame.text("desk.internalNote.empty"));
            case TOO_LONG ->
                    Optional.of(frame.text("desk.internalNote.tooLong", InternalNotes.LONGEST));
            case NOT_ALLOWED -> Optional.of(frame.text("desk.internalNote.notAllowed"));
        };
    }

    /// {@return why it was not added; empty if the conversation has it}
    Optional<String> tag(PageFrame frame, Opened opened, TagId tag) {
        return switch (tags.add(opened.me(), opened.conversation().id(), tag)) {
            case DONE -> Optional.empty();
            case FULL -> Optional.of(frame.text("tag.full", ConversationTags.MOST));
            case GONE -> Optional.of(frame.text("tag.gone"));
            case NOT_VALID, NOT_CREATED, TOO_MANY, NOT_ALLOWED ->
                    Optional.of(frame.text("desk.refused.notOpen"));
        };
    }
}
