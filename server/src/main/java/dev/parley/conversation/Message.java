package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.identity.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of a conversation's timeline.
///
/// @param channelMessageId the channel's id of it; null until the channel gave one
/// @param agent the user who wrote it or did it; null when no user did
/// @param content null for system lines, and after the content was erased
/// @param note the event of a system line; null for everything else
/// @param replyTo the channel's id of the message that it answers
/// @param sentAt when it was written, by the clock of its author
/// @param cause why it failed, as a stable code; null while it has not
/// @param reaction the customer's reaction to it
/// @param edits its earlier texts, oldest first
/// @param version the number of the edit that made its current text
/// @param requestKey the key of the request that wrote it through Parley
/// @param recovered whether it was not delivered, but retrieved afterwards
/// @param by with whose app it was written, if not with Parley; null when that is not known
public record Message(
        MessageId id,
        ConversationId conversation,
        @Nullable String channelMessageId,
        Author author,
        @Nullable UserId agent,
        Kind kind,
        @Nullable Content content,
        @Nullable Note note,
        @Nullable String replyTo,
        Instant sentAt,
        Status status,
        @Nullable String cause,
        @Nullable String reaction,
        List<Earlier> edits,
        int version,
        @Nullable Instant erasedAt,
        @Nullable String requestKey,
        boolean recovered,
        @Nullable Party by) {

    /// {@return it with another content, for showing it}
    public Message showing(@Nullable Content shown, List<Earlier> shownEdits) {
        return new Message(
                id,
                conversation,
                channelMessageId,
                author,
                agent,
                kind,
                shown,
                note,
                replyTo,
                sentAt,
                status,
                cause,
                reaction,
                shownEdits,
                version,
                erasedAt,
                requestKey,
                recovered,
                by);
    }

    public boolean isInbound() {
        return author == Author.CUSTOMER;
    }

    public @Nullable String text() {
        return content == null ? null : content.text();
    }

    public enum Author {
        CUSTOMER,
        AGENT,
        BOT,
        SYSTEM,
        /// Someone on the company's side, but not through Parley: a person in the channel's own
        /// inbox, a bot, another app.
        OUTSIDE
    }

    public enum Kind {
        TEXT,
        ATTACHMENT,
        STICKER,
        LOCATION,
        REPLY_BUTTON,
        BUTTON,
        REFERRAL,
        SUBSCRIPTION,
        REACTION,
        EDIT,
        UNSEND,
        HANDOVER,
        FEEDBACK,
        /// A note for colleagues, which is never sent.
        INTERNAL_NOTE,
        UNSUPPORTED,
        SYSTEM;

        static Kind of(Content content) {
            return switch (content) {
                case Content.Text _, Content.Question _ -> TEXT;
                case Content.PressedReplyButton _ -> REPLY_BUTTON;
                case Content.PressedButton _ -> BUTTON;
                case Content.Files _, Content.Cards _ -> ATTACHMENT;
                case Content.Sticker _ -> STICKER;
                case Content.Location _ -> LOCATION;
                case Content.Act act -> of(act.what());
                case Content.Reaction _ -> REACTION;
                case Content.Edit _ -> EDIT;
                case Content.Unsend _ -> UNSEND;
                case Content.Handover _ -> HANDOVER;
                case Content.Unsupported _ -> UNSUPPORTED;
            };
        }

        private static Kind of(Content.What what) {
            return switch (what) {
                case CAME_FROM_AD,
                        CAME_FROM_LINK,
                        CAME_FROM_WEBSITE,
                        CAME_FROM_SHOP,
                        CAME_FROM_ELSEWHERE,
                        ANSWERED_FORM,
                        LEFT_FORM ->
                        REFERRAL;
                case OPTED_IN, OPTED_OUT -> SUBSCRIPTION;
                case GAVE_FEEDBACK, LIKED_ANSWER, DISLIKED_ANSWER -> FEEDBACK;
                case ORDERED, BOOKED -> ATTACHMENT;
                case REVEALED_COUPON,
                        SENT_FORM,
                        LINKED_ACCOUNT,
                        UNLINKED_ACCOUNT,
                        PLAYED,
                        PAID,
                        CHECKED_OUT,
                        USED_CAMERA ->
                        SYSTEM;
            };
        }

        /// {@return whether it refers to another message, and is shown there}
        public boolean isAboutAnother() {
            return this == REACTION || this == EDIT || this == UNSEND;
        }
    }

    /// The delivery state of a message. Messages from customers are received.
    public enum Status {
        RECEIVED,
        QUEUED,
        SENDING,
        SENT,
        DELIVERED,
        READ,
        FAILED,
        UNKNOWN
    }

    /// The event of a system line.
    public enum Note {
        OPENED,
        /// An agent started a closed conversation again with this one; the text is its number.
        STARTED_AGAIN,
        /// An agent accepted the offer of the conversation.
        ASSIGNED,
        /// Parley assigned the conversation to the agent without asking.
        ASSIGNED_AUTOMATICALLY,
        /// An agent took the conversation without an offer.
        TAKEN,
        /// An agent took it over from another; the text is that agent's name.
        TAKEN_OVER,
        MOVED_TO_WAITING,
        /// Its agent moved it to waiting until a certain time.
        SNOOZED,
        SNOOZE_ENDED,
        RESUMED,
        RELEASED,
        /// Its agent transferred it; the text names the queue or the agent.
        TRANSFERRED,
        ENDED,
        /// Its agent chose a disposition code; the text is its English and its Chinese name, on two
        /// lines.
        DISPOSITION_CHOSEN,
        DISPOSITION_REMOVED,
        /// A user added a tag; the text is its name, as it was then.
        TAG_ADDED,
        /// A user removed a tag; likewise.
        TAG_REMOVED,
        CLOSED,
        CLOSED_AUTOMATICALLY,
        /// A time-out rule ran. The text is who was silent, for how long, what the rule did, and
        /// what became of its message to the customer: `customer PT10M move-to-waiting sent`.
        TIMED_OUT,
        /// Its agent paused the time-out rules.
        TIME_OUTS_PAUSED,
        TIME_OUTS_RESUMED,
        CONTINUED,
        /// The customer was blocked; the text is the reason.
        BLOCKED,
        UNBLOCKED,
        CLOSING_CANCELLED,
        /// An agent or supervisor asked a colleague to help; the text is the colleague's name.
        CONSULT_ASKED,
        CONSULT_ACCEPTED,
        CONSULT_DECLINED,
        /// The colleague did not answer in time.
        CONSULT_MISSED,
        /// The request was withdrawn; the text is the colleague's name.
        CONSULT_WITHDRAWN,
        /// Likewise: the consult was ended.
        CONSULT_ENDED,
        CONSULT_LEFT,
        /// A consulted colleague was added to the conversation; the text is their name.
        PARTICIPANT_ADDED,
        PARTICIPANT_REMOVED,
        PARTICIPANT_LEFT,
        /// An agent gave back what a colleague had assigned to them.
        ASSIGNMENT_DECLINED,
        /// Control of the conversation changed in the channel.
        HANDOVER,
        /// The channel itself showed a text.
        CHANNEL_NOTICE
    }

    /// The text of a message before an edit.
    ///
    /// @param number of the edit that made it; zero for the original text
    public record Earlier(String text, Instant until, int number) {}
}
