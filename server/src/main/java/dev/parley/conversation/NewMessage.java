package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.channel.ThreadControl.Party;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Status;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of a message before it is kept.
///
/// @param channelAt when the channel says that it was sent; null while it has not said
/// @param by with whose app it was written, where that was not Parley; null where that is not known
/// @param requestKey what makes a repeated request write it once; null where that is the mid
record NewMessage(
        MessageId id,
        @Nullable String mid,
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
        Effect effect) {
    static NewMessage fromCustomer(
            @Nullable String mid,
            Content content,
            @Nullable String about,
            Instant at,
            Effect effect) {
        return new NewMessage(
                new MessageId(Ids.next()),
                mid,
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

    /// @param channelAt when the channel says that it was sent
    static NewMessage fromOutside(
            String mid, Content content, Instant at, Instant channelAt, @Nullable Party by) {
        return ofOurSide(mid, content, null, at, channelAt, by, Effect.NOTE);
    }

    /// Something about another message, or in its place, that changes nothing else.
    ///
    /// @param ours whether somebody on our side did it, outside of Parley
    static NewMessage aside(
            boolean ours,
            @Nullable String mid,
            Content content,
            @Nullable String about,
            Instant at) {
        return ours
                ? ofOurSide(mid, content, about, at, at, null, Effect.LINE)
                : fromCustomer(mid, content, about, at, Effect.LINE);
    }

    private static NewMessage ofOurSide(
            @Nullable String mid,
            Content content,
            @Nullable String about,
            Instant at,
            Instant channelAt,
            @Nullable Party by,
            Effect effect) {
        return new NewMessage(
                new MessageId(Ids.next()),
                mid,
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
