package dev.parley.desk;

import dev.parley.conversation.BulkAction;
import dev.parley.conversation.ConversationTags;
import dev.parley.conversation.ConversationTags.Found;
import dev.parley.conversation.Snoozing;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.FilterField;
import dev.parley.desk.view.SnoozeTime;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.tag.Tag;
import dev.parley.tag.TagId;
import dev.parley.tag.TagName;
import dev.parley.tag.Tags;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Reads which bulk action is requested, and describes what it did. The form has these fields:
///
/// - `action`: `assign`, `snooze`, `close`, `tag` or `untag`
/// - `agent`: to whom they are assigned: an id, or the user themselves
/// - `until`: as for one conversation
/// - `tag`: the name of the tag
@Component
class BulkRequests {
    private final DisplayNames names;
    private final Tags tags;
    private final ConversationTags conversationTags;

    BulkRequests(DisplayNames names, Tags tags, ConversationTags conversationTags) {
        this.names = names;
        this.tags = tags;
        this.conversationTags = conversationTags;
    }

    /// {@return what is asked for} A tag that does not exist is created, if this user may.
    Asked read(DeskTexts w, SignedIn me, MultiValueMap<String, String> form) {
        return switch (value(form, "action")) {
            case "assign" -> assign(w, me, value(form, "agent"));
            case "snooze" -> snooze(w, value(form, "until"));
            case "close" -> new Asked.For(new BulkAction.Close());
            case "tag" -> tag(w, me, value(form, "tag"));
            case "untag" -> untag(w, value(form, "tag"));
            default -> new Asked.Not(w.text("failed.400"));
        };
    }

    private static Asked assign(DeskTexts w, SignedIn me, String agent) {
        if (agent.equals(FilterField.ME)) {
            return new Asked.For(new BulkAction.Assign(me.userId()));
        }
        return Ids.read(agent)
                .<Asked>map(id -> new Asked.For(new BulkAction.Assign(new UserId(id))))
                .orElseGet(() -> new Asked.Not(w.text("bulk.noAgent")));
    }

    private static Asked snooze(DeskTexts w, String until) {
        return SnoozeTime.read(until, w.now(), w.texts().zone())
                .filter(time -> Snoozing.isPossible(time, w.now()))
                .<Asked>map(time -> new Asked.For(new BulkAction.Snooze(time)))
                .orElseGet(() -> new Asked.Not(w.text("snooze.impossible")));
    }

    private Asked tag(DeskTexts w, SignedIn me, String name) {
        return switch (conversationTags.find(name, me)) {
            case Found.Known(var tag) -> new Asked.For(new BulkAction.Tagging(tag, true));
            case Found.None(var why) -> new Asked.Not(TagTexts.refusal(w, why));
        };
    }

    private Asked untag(DeskTexts w, String name) {
        return TagName.of(name)
                .flatMap(tags::byName)
                .<Asked>map(tag -> new Asked.For(new BulkAction.Tagging(tag.id(), false)))
                .orElseGet(() -> new Asked.Not(w.texts().text("tag.unknown")));
    }

    /// {@return what was done, in a sentence}
    ///
    /// @param times with how many conversations
    String done(DeskTexts w, SignedIn me, BulkAction action, int times) {
        return switch (action) {
            case BulkAction.Assign(var agent) when agent.equals(me.userId()) ->
                    w.text("bulk.taken", times);
            case BulkAction.Assign(var agent) -> w.text("bulk.assigned", nameOf(agent), times);
            case BulkAction.Snooze _ -> w.text("bulk.snoozed", times);
            case BulkAction.Close() -> w.text("bulk.closed", times);
            case BulkAction.Tagging(var tag, var added) ->
                    w.texts()
                            .text(
                                    added ? "tag.bulk.added" : "tag.bulk.removed",
                                    nameOf(tag),
                                    times);
        };
    }

    private String nameOf(UserId agent) {
        return names.ofUsers(Stream.of(agent)).getOrDefault(agent, "");
    }

    private String nameOf(TagId tag) {
        return tags.byId(tag).map(Tag::name).orElse("");
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }

    /// What is asked for.
    sealed interface Asked {
        record For(BulkAction action) implements Asked {}

        /// It cannot be done.
        ///
        /// @param why in a sentence
        record Not(String why) implements Asked {}
    }
}
