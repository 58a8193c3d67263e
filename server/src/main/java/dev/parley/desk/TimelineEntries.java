package dev.parley.desk;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.ChannelRules;
import dev.parley.channel.ChannelRules.Feature;
import dev.parley.channel.Channels;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.MessageId;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.Author;
import dev.parley.desk.view.DeliveryMark;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.EntryView;
import dev.parley.desk.view.MarkView;
import dev.parley.desk.view.NoteRun.MentionName;
import dev.parley.desk.view.QuoteView;
import dev.parley.desk.view.ReactionView;
import dev.parley.identity.UserId;
import dev.parley.outbox.Reactions;
import dev.parley.outbox.SendBlocks;
import dev.parley.outbox.SentReaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Converts messages to the entries of a timeline.
@Component
class TimelineEntries {
    private final ShownMessages messages;
    private final DisplayNames names;
    private final ContentTexts contentTexts;
    private final Reactions reactions;
    private final SendBlocks sendBlocks;
    private final Channels channels;

    TimelineEntries(
            ShownMessages messages,
            DisplayNames names,
            ContentTexts contentTexts,
            Reactions reactions,
            SendBlocks sendBlocks,
            Channels channels) {
        this.messages = messages;
        this.names = names;
        this.contentTexts = contentTexts;
        this.reactions = reactions;
        this.sendBlocks = sendBlocks;
        this.channels = channels;
    }

    List<EntryView> of(DeskTexts w, Opened opened, Resending sendingAgain, List<Message> said) {
        var users = names.ofUsers(said.stream().map(Message::agent), opened.me());
        var conversation = opened.conversation();
        var customerName = CustomerNames.name(w, opened);
        var endpointName = opened.endpoint().name();
        var page =
                new Page(
                        w,
                        customerName,
                        endpointName,
                        users,
                        quoted(conversation, said),
                        contentTexts.files(w, said),
                        contentTexts.mentions(opened.me(), said),
                        new SystemLines(customerName, endpointName, users),
                        reactions.of(said.stream().map(Message::id).toList()),
                        whyWaiting(conversation, said),
                        sendingAgain,
                        channels.rulesOf(conversation.details().address().channel()));
        return said.stream()
                .filter(message -> !showsElsewhere(page, message))
                .map(message -> entry(page, message))
                .toList();
    }

    private Map<String, Message> quoted(Conversation conversation, List<Message> said) {
        var channelMessageIds =
                said.stream()
                        .map(Message::replyTo)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .distinct()
                        .toList();
        return messages.byChannelIds(conversation.details().address(), channelMessageIds).stream()
                .collect(
                        toMap(
                                message -> Objects.requireNonNull(message.channelMessageId()),
                                identity()));
    }

    /// An entry about another message of this conversation is shown on that message.
    private static boolean showsElsewhere(Page page, Message message) {
        var about = message.replyTo() == null ? null : page.quoted.get(message.replyTo());
        return message.kind().isAboutAnother()
                && (message.isInbound() || message.kind() != Message.Kind.REACTION)
                && about != null
                && about.conversation().equals(message.conversation());
    }

    /// The entry of a message that was unsent before it arrived does not count: the channel gave it
    /// an id.
    private static boolean isAside(Message message) {
        return message.kind().isAboutAnother() && message.channelMessageId() == null;
    }

    private static EntryView entry(Page page, Message message) {
        if (message.note() != null || isAside(message)) {
            return new EntryView.SystemLine(
                    message.id().value(), message.sentAt(), page.lines.of(page.w, message));
        }
        if (message.kind() == Message.Kind.INTERNAL_NOTE) {
            return new EntryView.InternalNote(
                    message.id().value(),
                    message.sentAt(),
                    page.nameOf(message.agent()),
                    message.text(),
                    message.requestKey(),
                    page.mentions.getOrDefault(message.id(), List.of()));
        }
        var canNameIt = message.channelMessageId() != null && message.erasedAt() == null;
        return new EntryView.Bubble(
                message.id().value(),
                message.sentAt(),
                author(page, message),
                ContentTexts.of(page.w, message, page.files),
                quote(page, message.replyTo()),
                reactions(page, message),
                message.edits().stream().map(Message.Earlier::text).toList(),
                mark(page, message),
                canNameIt && page.rules.allows(Feature.QUOTES),
                canNameIt && message.isInbound() && page.rules.allows(Feature.REACTIONS),
                message.requestKey(),
                message.recovered());
    }

    private static Author author(Page page, Message message) {
        return switch (message.author()) {
            case CUSTOMER -> new Author(Author.Kind.CUSTOMER, page.customerName);
            case AGENT -> new Author(Author.Kind.AGENT, page.nameOf(message.agent()));
            case BOT -> new Author(Author.Kind.BOT, page.endpointName);
            case SYSTEM -> new Author(Author.Kind.AUTOMATIC, page.endpointName);
            case OUTSIDE -> new Author(outside(message.by()), page.endpointName);
        };
    }

    private static Author.Kind outside(@Nullable Party by) {
        return switch (by == null ? null : by.kind()) {
            case INBOX -> Author.Kind.OUTSIDE;
            case APP -> Author.Kind.APP;
            case PARLEY -> Author.Kind.OWN_APP;
            case null -> Author.Kind.ELSEWHERE;
        };
    }

    private static @Nullable QuoteView quote(Page page, @Nullable String replyTo) {
        if (replyTo == null) {
            return null;
        }
        var quoted = page.quoted.get(replyTo);
        return quoted == null
                ? new QuoteView(null, null, null)
                : new QuoteView(
                        quoted.id().value(),
                        author(page, quoted).name(),
                        quoted.text() == null
                                ? MessagePreviews.of(
                                        page.w, quoted.kind(), quoted.erasedAt() != null)
                                : quoted.text());
    }

    private static List<ReactionView> reactions(Page page, Message message) {
        var views = new ArrayList<ReactionView>();
        if (message.reaction() != null) {
            views.add(new ReactionView(message.reaction(), page.customerName, null));
        }
        var own = page.reactions.get(message.id());
        if (own != null && own.shown() != null) {
            views.add(new ReactionView(own.shown().emoji(), page.endpointName, ours(page, own)));
        }
        return views;
    }

    private static ReactionView.Ours ours(Page page, SentReaction own) {
        var wanted = own.wanted();
        var cause = own.cause();
        return new ReactionView.Ours(
                wanted == null ? "" : wanted.name(),
                own.state() == SentReaction.State.PENDING,
                cause == null ? null : page.explain(cause));
    }

    private static MarkView mark(Page page, Message message) {
        return switch (message.status()) {
            case RECEIVED -> MarkView.NONE;
            case QUEUED -> new MarkView(DeliveryMark.QUEUED, whyWaiting(page, message), false);
            case SENDING -> MarkView.of(DeliveryMark.SENDING);
            case SENT -> MarkView.of(DeliveryMark.SENT);
            case DELIVERED -> MarkView.of(DeliveryMark.DELIVERED);
            case READ -> MarkView.of(DeliveryMark.READ);
            case FAILED, UNKNOWN ->
                    new MarkView(
                            message.status() == Status.FAILED
                                    ? DeliveryMark.FAILED
                                    : DeliveryMark.UNKNOWN,
                            cause(page, message),
                            page.sendingAgain.helps(message));
        };
    }

    private static @Nullable String cause(Page page, Message message) {
        return message.cause() == null ? null : page.explain(message.cause());
    }

    private static @Nullable String whyWaiting(Page page, Message message) {
        var own = cause(page, message);
        return own == null && page.whyWaiting != null ? page.explain(page.whyWaiting) : own;
    }

    /// {@return why the messages wait that were not attempted themselves: because of a message
    /// before them, or because of their page; null when there is no cause to show}
    private @Nullable String whyWaiting(Conversation conversation, List<Message> said) {
        var waiting = said.stream().filter(one -> one.status() == Status.QUEUED).toList();
        if (waiting.stream().allMatch(one -> one.cause() != null)) {
            return null;
        }
        return waiting.stream()
                .map(Message::cause)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .or(() -> sendBlocks.blockingCause(conversation.details().address()))
                .orElse(null);
    }

    /// The data that all entries of one timeline share.
    private record Page(
            DeskTexts w,
            String customerName,
            String endpointName,
            Map<UserId, String> users,
            Map<String, Message> quoted,
            ContentTexts.Files files,
            Map<MessageId, List<MentionName>> mentions,
            SystemLines lines,
            Map<MessageId, SentReaction> reactions,
            @Nullable String whyWaiting,
            Resending sendingAgain,
            ChannelRules rules) {
        String explain(String cause) {
            return CauseTexts.of(w.texts(), rules.channel(), cause);
        }

        String nameOf(@Nullable UserId user) {
            return user == null ? "" : users.getOrDefault(user, "");
        }
    }
}
