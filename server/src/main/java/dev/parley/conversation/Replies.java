package dev.parley.conversation;

import dev.parley.channel.ChannelRules;
import dev.parley.channel.ChannelRules.Feature;
import dev.parley.channel.Content;
import dev.parley.channel.ReplyWindowState;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Draft.Flaw;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.UploadedFiles.UploadedFile;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Accepts replies to customers. An accepted reply is pending: it is on disk, in order, and the
/// outbox sends it.
@Component
public class Replies {
    private final Conversations conversations;
    private final Messages messages;
    private final UploadedFiles uploadedFiles;
    private final ConversationRules rules;
    private final ConversationUpdates updates;
    private final Clock clock;

    Replies(
            Conversations conversations,
            Messages messages,
            UploadedFiles uploadedFiles,
            ConversationRules rules,
            ConversationUpdates updates,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.uploadedFiles = uploadedFiles;
        this.rules = rules;
        this.updates = updates;
        this.clock = clock;
    }

    /// Writes to the customer of this conversation. Requests with the same key write only once.
    @Transactional
    public Answer write(Writer writer, ConversationId id, Draft draft) {
        var conversation = conversations.lock(id).orElse(null);
        if (conversation == null || !writer.mayWriteIn(conversation)) {
            return new Answer.NotAllowed();
        }
        var before = messages.byRequestKey(id, draft.key());
        return before.isEmpty()
                ? write(writer, conversation, draft)
                : new Answer.Written(before, rules.of(conversation));
    }

    /// {@return why this reply would not be accepted now, with nothing written; empty if it would}
    public Optional<Answer> refusal(Writer writer, ConversationId id, Draft draft) {
        var conversation = conversations.byId(id).orElse(null);
        return conversation == null || !writer.mayWriteIn(conversation)
                ? Optional.of(new Answer.NotAllowed())
                : refusal(conversation, draft, waiting(writer, conversation, draft));
    }

    private Answer write(Writer writer, Conversation conversation, Draft draft) {
        var files = waiting(writer, conversation, draft);
        var allowed = rules.of(conversation);
        return refusal(conversation, draft, files)
                .orElseGet(() ->
                        new Answer.Written(
                                add(writer, conversation, draft, parts(draft, files, allowed)),
                                allowed));
    }

    private List<UploadedFile> waiting(Writer writer, Conversation conversation, Draft draft) {
        return uploadedFiles.waiting(conversation.id(), writer.id, draft.files());
    }

    private Optional<Answer> refusal(
            Conversation conversation, Draft draft, List<UploadedFile> files) {
        if (conversation.state().isEnded()) {
            return Optional.of(new Answer.ConversationEnded(conversation.state() == State.CLOSED));
        }
        var allowed = rules.of(conversation);
        var flaw =
                draft.flaw(allowed.texts())
                        .or(() -> flawOfEndpoint(conversation))
                        .or(() -> flawOfQuote(conversation, draft.replyTo()))
                        .or(() -> flawOfFiles(conversation, draft, files));
        if (flaw.isPresent()) {
            return Optional.of(new Answer.Flawed(flaw.get(), allowed));
        }
        if (rules.windowOf(conversation) instanceof ReplyWindowState.Closed closed) {
            return Optional.of(new Answer.WindowClosed(closed));
        }
        var control = conversation.details().control();
        return control != null && control.blocksUs(clock.instant())
                ? Optional.of(new Answer.ControlledElsewhere(control.until()))
                : Optional.empty();
    }

    /// Nothing can be sent for an endpoint that was removed.
    private Optional<Flaw> flawOfEndpoint(Conversation conversation) {
        return rules.hasEndpoint(conversation)
                ? Optional.empty()
                : Optional.of(Flaw.ENDPOINT_REMOVED);
    }

    /// Only messages that this customer also sees can be quoted.
    private Optional<Flaw> flawOfQuote(
            Conversation conversation, @Nullable String channelMessageId) {
        if (channelMessageId == null) {
            return Optional.empty();
        }
        if (!rules.of(conversation).allows(Feature.QUOTES)) {
            return Optional.of(Flaw.UNKNOWN_QUOTE);
        }
        var address = conversation.details().address();
        return messages.byChannelIds(address, List.of(channelMessageId)).stream()
                        .flatMap(quoted -> conversations.byId(quoted.conversation()).stream())
                        .anyMatch(place -> place.details().address().equals(address))
                ? Optional.empty()
                : Optional.of(Flaw.UNKNOWN_QUOTE);
    }

    private Optional<Flaw> flawOfFiles(
            Conversation conversation, Draft draft, List<UploadedFile> waiting) {
        if (draft.files().isEmpty()) {
            return Optional.empty();
        }
        if (!rules.of(conversation).files().allowed()) {
            return Optional.of(Flaw.NO_FILES_HERE);
        }
        if (!rules.handlingOf(conversation).agentFiles()) {
            return Optional.of(Flaw.FILES_SWITCHED_OFF);
        }
        return waiting.size() == draft.files().size()
                ? Optional.empty()
                : Optional.of(Flaw.FILE_GONE);
    }

    /// Files go first, so that reply buttons are at the end, where they are visible. The first
    /// message with text has the quote, or the first file if there is no text.
    private static List<Part> parts(Draft draft, List<UploadedFile> files, ChannelRules rules) {
        var parts = new ArrayList<Part>();
        var words = draft.messages(rules.texts());
        var quoting = words.isEmpty() ? 0 : files.size();
        for (var file : files) {
            var content = new Content.Files(null, List.of(file.attachment()));
            parts.add(new Part(parts.size(), content, file.file(), parts.size() == quoting));
        }
        for (var content : words) {
            parts.add(new Part(parts.size(), content, null, parts.size() == quoting));
        }
        return parts;
    }

    private List<Message> add(
            Writer writer, Conversation conversation, Draft draft, List<Part> parts) {
        var now = clock.instant();
        for (var part : parts) {
            var message = message(writer, draft, part, now);
            updates.send(message, conversation, now);
            if (part.file != null) {
                uploadedFiles.attach(part.file, message.id());
            }
        }
        updates.changed(conversation, writer.id, true);
        return messages.byRequestKey(conversation.id(), draft.key());
    }

    private static NewMessage message(Writer writer, Draft draft, Part part, Instant now) {
        return new NewMessage(
                new MessageId(Ids.next()),
                null,
                Author.AGENT,
                writer.id,
                Kind.of(part.content),
                part.content,
                part.quotes ? draft.replyTo() : null,
                now.plusNanos(1000L * part.place),
                null,
                Status.QUEUED,
                null,
                "%s#%03d".formatted(draft.key(), part.place),
                MessageEffect.COMPANY_MESSAGE);
    }

    /// One message of those that a draft becomes.
    ///
    /// @param file the file that is sent with it
    /// @param quotes whether it has the quote of the answered message
    private record Part(int place, Content content, @Nullable UUID file, boolean quotes) {}

    /// The author of a reply.
    ///
    /// @param where in which conversations they may write
    public record Writer(UserId id, Predicate<Conversation> where) {
        /// {@return this user at the desk, where only agents may write, in their own conversations}
        public static Writer atDesk(SignedIn me) {
            return new Writer(me.userId(), one -> Access.mayAct(me) && isOwn(one, me.userId()));
        }

        private static boolean isOwn(Conversation conversation, UserId id) {
            return conversation.state() == State.ACTIVE && id.equals(conversation.agent());
        }

        public boolean mayWriteIn(Conversation conversation) {
            return where.test(conversation);
        }
    }

    /// The result. Every caller has to handle each case.
    public sealed interface Answer {
        /// The reply is pending.
        ///
        /// @param messages what was written now, or before with the same key
        /// @param rules what the channel allows
        record Written(List<Message> messages, ChannelRules rules) implements Answer {}

        /// The draft is not valid, whoever the recipient is.
        ///
        /// @param rules what the channel allows
        record Flawed(Flaw flaw, ChannelRules rules) implements Answer {}

        record WindowClosed(ReplyWindowState.Closed window) implements Answer {}

        /// Another app controls the conversation, and the channel accepts nothing from Parley.
        ///
        /// @param until when that app's control lapses, if it has no further activity
        record ControlledElsewhere(Instant until) implements Answer {}

        /// An agent ended the conversation.
        ///
        /// @param closed false while it is in wrap-up: a message of the customer makes it active
        ///   again
        record ConversationEnded(boolean closed) implements Answer {}

        /// The conversation does not exist, or the author may not write in it.
        record NotAllowed() implements Answer {}
    }
}
