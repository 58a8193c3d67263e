package dev.parley.conversation;

import dev.parley.identity.SignedIn;
import dev.parley.tag.Tag;
import dev.parley.tag.TagChange;
import dev.parley.tag.TagId;
import dev.parley.tag.TagName;
import dev.parley.tag.Tags;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The tags of conversations. Everybody may change them who may read the conversation, also when it
/// is closed: they say what it was about, and change nothing for its customer.
///
/// The tag is locked first: an administrator who merges or deletes it may hold it for long, and the
/// customer's next message must not wait for that.
@Component
public class ConversationTags {
    /// The maximum number of tags of a conversation.
    public static final int MOST = 20;

    private final ConversationTagRows rows;
    private final Tags tags;
    private final Conversations conversations;
    private final TagLines lines;
    private final Clock clock;

    ConversationTags(
            ConversationTagRows rows,
            Tags tags,
            Conversations conversations,
            TagLines lines,
            Clock clock) {
        this.rows = rows;
        this.tags = tags;
        this.conversations = conversations;
        this.lines = lines;
        this.clock = clock;
    }

    /// {@return the tags of those of these conversations that have any, by name}
    public Map<ConversationId, List<Tag>> of(Collection<ConversationId> ids) {
        var found = ids.isEmpty() ? Map.<ConversationId, List<TagId>>of() : rows.of(ids);
        var known =
                tags.byIds(
                        found.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        var all = new HashMap<ConversationId, List<Tag>>();
        found.forEach((id, some) ->
                all.put(
                        id,
                        known.values().stream().filter(tag -> some.contains(tag.id())).toList()));
        return all;
    }

    /// {@return the tags of this conversation, by name}
    public List<Tag> of(ConversationId id) {
        return of(List.of(id)).getOrDefault(id, List.of());
    }

    /// Adds a tag, which is created if no other has its name. Idempotent.
    ///
    /// @param typed the name
    @Transactional
    public Result add(SignedIn me, ConversationId id, String typed) {
        if (conversations.byId(id).filter(found -> Access.mayRead(found, me)).isEmpty()) {
            return Result.NOT_ALLOWED;
        }
        return switch (find(typed, me)) {
            case Found.Known(var tag) ->
                    tags.keep(tag).map(kept -> add(me, id, kept)).orElse(Result.GONE);
            case Found.None(var why) -> why;
        };
    }

    /// Adds a tag, or the one that it was merged into. Idempotent.
    @Transactional
    public Result add(SignedIn me, ConversationId id, TagId tag) {
        return tags.byId(tag)
                .flatMap(found -> tags.keep(found.id()))
                .map(kept -> add(me, id, kept))
                .orElse(Result.GONE);
    }

    private Result add(SignedIn me, ConversationId id, Tag kept) {
        var conversation = lock(id, me);
        if (conversation.isEmpty()) {
            return Result.NOT_ALLOWED;
        }
        if (!rows.having(kept.id(), List.of(id)).isEmpty()) {
            return Result.DONE;
        }
        var now = clock.instant();
        if (rows.add(kept.id(), List.of(id), MOST, me.userId(), now).isEmpty()) {
            return Result.FULL;
        }
        lines.add(kept, true, conversation.stream().toList(), me, now);
        return Result.DONE;
    }

    /// Removes a tag. Idempotent.
    @Transactional
    public Result remove(SignedIn me, ConversationId id, TagId tag) {
        var known = tags.byId(tag).flatMap(found -> tags.keep(found.id()));
        var conversation = lock(id, me);
        if (conversation.isEmpty()) {
            return Result.NOT_ALLOWED;
        }
        known.filter(found -> !rows.remove(found.id(), List.of(id)).isEmpty())
                .ifPresent(found ->
                        lines.add(
                                found, false, conversation.stream().toList(), me, clock.instant()));
        return Result.DONE;
    }

    private Optional<Conversation> lock(ConversationId id, SignedIn me) {
        return conversations.lock(id).filter(found -> Access.mayRead(found, me));
    }

    /// {@return the tag with this name, which is created if there is none and this user may}
    @Transactional
    public Found find(String typed, SignedIn me) {
        var name = TagName.of(typed);
        if (name.isEmpty()) {
            return new Found.None(Result.NOT_VALID);
        }
        return tags.byName(name.get())
                .map(tag -> (Found) new Found.Known(tag.id()))
                .orElseGet(() -> create(name.get(), me));
    }

    private Found create(TagName name, SignedIn me) {
        if (!tags.mayCreate(me)) {
            return new Found.None(Result.NOT_CREATED);
        }
        return switch (tags.create(name, me.userId())) {
            case TagChange.Done(var tag) -> new Found.Known(tag.id());
            case TagChange.NameTaken(var tag) -> new Found.Known(tag.id());
            case TagChange.TooMany() -> new Found.None(Result.TOO_MANY);
            case TagChange.NotValid(), TagChange.Conflict _, TagChange.Gone() ->
                    throw new IllegalStateException("A new tag cannot conflict");
        };
    }

    /// A tag by its name.
    public sealed interface Found {
        record Known(TagId tag) implements Found {}

        /// There is none, and none was created.
        record None(Result why) implements Found {}
    }

    /// The result of adding or removing a tag.
    public enum Result {
        DONE,
        /// The name is blank or too long.
        NOT_VALID,
        /// There is no tag with this name, and this user may not create one.
        NOT_CREATED,
        /// There are [Tags#MOST] tags.
        TOO_MANY,
        /// The conversation has [#MOST] tags.
        FULL,
        /// The tag was deleted at this moment.
        GONE,
        /// The conversation does not exist, or the user may not read it.
        NOT_ALLOWED
    }
}
