package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Status;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message before it is stored.
///
/// @param channelAt when it was sent by the channel's clock; null while that is not known
/// @param by with whose app it was written, if not with Parley; null when that is not known
/// @param requestKey makes repeated requests store it only once; null where the channel's id does
///   that
record NewMessage(
        MessageId id,
        @Nullable String channelMessageId,
        Author author,
        @Nullable UserId agent,
        Kind kind,
        Content content,
        @Nullable String replyTo,
        Instant sentAt,
        @Nullable Instant channelAt,
        Status status,
        @Nullable Party by,
        @Nullable String requestKey,
        MessageEffect effect) {
    static NewMessage fromCustomer(
            @Nullable String channelMessageId,
            Content content,
            @Nullable String about,
            Instant at,
            MessageEffect effect) {
        return new NewMessage(
                new MessageId(Ids.next()),
                channelMessageId,
                Author.CUSTOMER,
                null,
                Kind.of(content),
                content,
                about,
                at,
                at,
                Status.RECEIVED,
                null,
                null,
                effect);
    }

    /// {@return the same message, from a customer who is blocked}
    NewMessage ofBlockedCustomer() {
        return new NewMessage(
                id,
                channelMessageId,
                author,
                agent,
                kind,
                content,
                replyTo,
                sentAt,
                channelAt,
                status,
                by,
                requestKey,
                effect == MessageEffect.TIMELINE_ONLY ? effect : MessageEffect.BLOCKED_CUSTOMER);
    }

    /// @param channelAt when it was sent by the channel's clock
    static NewMessage fromOutside(
            String channelMessageId,
            Content content,
            Instant at,
            Instant channelAt,
            @Nullable Party by) {
        return ofOurSide(
                channelMessageId, content, null, at, channelAt, by, MessageEffect.COMPANY_MESSAGE);
    }

    /// An entry about another message, or in its place, that changes nothing else.
    ///
    /// @param ours whether the company's side did it, outside of Parley
    static NewMessage aboutAnother(
            boolean ours,
            @Nullable String channelMessageId,
            Content content,
            @Nullable String about,
            Instant at) {
        return ours
                ? ofOurSide(
                        channelMessageId, content, about, at, at, null, MessageEffect.TIMELINE_ONLY)
                : fromCustomer(channelMessageId, content, about, at, MessageEffect.TIMELINE_ONLY);
    }

    private static NewMessage ofOurSide(
            @Nullable String channelMessageId,
            Content content,
            @Nullable String about,
            Instant at,
            Instant channelAt,
            @Nullable Party by,
            MessageEffect effect) {
        return new NewMessage(
                new MessageId(Ids.next()),
                channelMessageId,
                Author.OUTSIDE,
                null,
                Kind.of(content),
                content,
                about,
                at,
                channelAt,
                Status.SENT,
                by,
                null,
                effect);
    }
}
