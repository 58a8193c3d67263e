package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.conversation.BulkMove.Move;
import dev.parley.conversation.Message.Note;
import dev.parley.identity.SignedIn;
import dev.parley.tag.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// The lines in timelines about tags: who added or removed which, under the name that it had then.
@Component
class TagLines {
    private final BulkRows rows;
    private final ConversationUpdates updates;

    TagLines(BulkRows rows, ConversationUpdates updates) {
        this.rows = rows;
        this.updates = updates;
    }

    /// Adds a line to each of these conversations, and publishes that they changed.
    ///
    /// @param added whether the tag was added; otherwise it was removed
    void add(Tag tag, boolean added, List<Conversation> conversations, SignedIn by, Instant at) {
        if (conversations.isEmpty()) {
            return;
        }
        var note = added ? Note.TAG_ADDED : Note.TAG_REMOVED;
        var name = new Content.Text(tag.name());
        rows.addNotes(
                conversations.stream()
                        .map(one -> new Move(one, one, note, name, by.userId()))
                        .toList(),
                at);
        conversations.forEach(one -> updates.changed(one, true));
    }
}
