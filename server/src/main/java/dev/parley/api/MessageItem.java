package dev.parley.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.channel.Choice;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of a conversation's timeline, as programs see it.
@Schema(name = "Message")
record MessageItem(
        UUID id,
        @Schema(description = "The channel's id of it; null until it gave one")
                @Nullable String mid,
        @Schema(allowableValues = {"inbound", "outbound"}) String direction,
        @Schema(
                        description = "outside: on the page's side, but not through Parley",
                        allowableValues = {"customer", "agent", "bot", "system", "outside"})
                String author,
        @Schema(
                        description =
                                "With what it was written outside of Parley: us (this app), inbox,"
                                        + " app, or the number of an app; null where it was written"
                                        + " in Parley, or nobody said")
                @Nullable String writtenWith,
        @Schema(
                        allowableValues = {
                            "text",
                            "attachment",
                            "sticker",
                            "location",
                            "quickReply",
                            "postback",
                            "referral",
                            "optin",
                            "reaction",
                            "edit",
                            "unsend",
                            "handover",
                            "feedback",
                            "unsupported",
                            "system"
                        })
                String kind,
        @Schema(
                        description = "Null where it has no words, or was unsent",
                        example = "Is my parcel lost?")
                @Nullable String text,
        List<AttachmentItem> attachments,
        Instant sentAt,
        @Schema(
                        description = "What customers wrote is received",
                        allowableValues = {
                            "received",
                            "queued",
                            "sending",
                            "sent",
                            "delivered",
                            "read",
                            "failed",
                            "unknown"
                        })
                String status,
        @Schema(description = "Why it failed, as a stable code") @Nullable String cause,
        @Schema(description = "The mid of the message that it answers or is about")
                @Nullable String replyTo,
        @Schema(
                        description =
                                "The customer's reaction to it; of an entry of kind reaction, the"
                                        + " reaction itself, null where one was taken back")
                @Nullable String reaction,
        @Schema(description = "What it said before it was last edited") @Nullable String editedFrom,
        @Schema(description = "When it was taken back; its content is erased then")
                @Nullable Instant unsentAt,
        @Schema(
                        description =
                                "What the button that was tapped or the quick reply that was taken"
                                        + " carries; null for everything else",
                        example = "ORDER_STATUS")
                @Nullable String payload,
        @Schema(
                        description =
                                "What a sticker stands for: 👍 for the channel's own thumbs-up;"
                                        + " null for others",
                        example = "👍")
                @Nullable String emoji,
        @Schema(
                        description =
                                "What happened to the conversation, of a line of kind system; null"
                                        + " for everything else. `told` has it in text",
                        allowableValues = {
                            "opened",
                            "assigned",
                            "parked",
                            "resumed",
                            "released",
                            "ended",
                            "closed",
                            "closedByItself",
                            "handover",
                            "told"
                        })
                @Nullable String note,
        @Nullable LocationItem location,
        @Schema(description = "The answers to choose from that it offers")
                List<QuickReplyItem> quickReplies,
        @Schema(description = "What a template shows") List<CardItem> cards,
        @Schema(
                        description =
                                "What the customer did besides writing, such as `cameByAd`; null"
                                        + " where it is a message")
                @Nullable String act,
        @Schema(description = "What is known about the act") List<DetailItem> details,
        @Schema(description = "How the thread in the channel changed hands")
                @Nullable HandoverItem handover,
        @Schema(
                        description =
                                "After writing: the ids of all messages that the text became, this"
                                        + " one first")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable List<UUID> parts) {

    @Schema(name = "Attachment")
    record AttachmentItem(
            @Schema(description = "Null for links and stickers, which are not copied")
                    @Nullable UUID id,
            @Schema(
                            allowableValues = {
                                "image", "video", "audio", "file", "link", "reel", "post", "story",
                                "place", "other", "sticker"
                            })
                    String type,
            @Schema(description = "Where to fetch it, with the same token; for a link, the link")
                    @Nullable String url,
            @Nullable String name,
            @Schema(description = "In bytes; null until it is stored") @Nullable Long size,
            @Schema(description = "By its bytes; null until it is stored")
                    @Nullable String contentType,
            @Schema(allowableValues = {"waiting", "stored", "refused", "failed"})
                    @Nullable String state,
            @Schema(
                            description = "Why it was refused or failed",
                            allowableValues = {
                                "switchedOff",
                                "blockedType",
                                "size",
                                "address",
                                "host",
                                "gone",
                                "unreachable",
                                "crashed"
                            })
                    @Nullable String cause) {}

    @Schema(name = "Card")
    record CardItem(
            @Nullable String title,
            @Nullable String subtitle,
            @Schema(description = "Where its picture is; chosen by whoever sent it")
                    @Nullable String picture,
            @Nullable String link,
            List<ButtonItem> buttons) {}

    @Schema(name = "CardButton")
    record ButtonItem(
            String title,
            @Schema(description = "Null for one that writes to the page") @Nullable String link) {}

    @Schema(name = "Detail")
    record DetailItem(
            @Schema(description = "What it is", example = "ref") String name,
            @Schema(description = "The question that it answers") @Nullable String label,
            String value) {}

    @Schema(name = "Handover")
    record HandoverItem(
            @Schema(allowableValues = {"passed", "taken", "requested", "released", "held"})
                    String move,
            @Schema(description = "us, inbox, app, or the number of an app; null where unknown")
                    @Nullable String from,
            @Schema(description = "us, inbox, app, or the number of an app; null where unknown")
                    @Nullable String to) {}

    @Schema(name = "Location")
    record LocationItem(double latitude, double longitude) {}

    @Schema(name = "MessageList")
    record Page(
            List<MessageItem> items,
            @Schema(description = "For the next page; null on the last one")
                    @Nullable String nextCursor) {}

    @Schema(name = "NewMessage")
    record Draft(
            @Schema(
                            description =
                                    "Up to ten messages of the channel's; what is longer than the"
                                            + " channel takes at once goes out as several"
                                            + " messages.",
                            example = "It arrives tomorrow.")
                    @Nullable String text,
            @Schema(description = "The mid of the message that this one answers", example = "m_AbC")
                    @Nullable String replyTo,
            @Schema(
                            description =
                                    "Answers to choose from, as many as the channel takes, shown under the"
                                            + " last message that the text becomes")
                    @Nullable List<QuickReplyItem> quickReplies,
            @Schema(
                            description =
                                    "Up to 10 ids of files that were uploaded for this"
                                            + " conversation; each goes out as a message of its own,"
                                            + " before the text")
                    @Nullable List<UUID> attachments) {
        dev.parley.conversation.Draft under(String key) {
            return new dev.parley.conversation.Draft(
                    text == null ? "" : text,
                    key,
                    replyTo,
                    choices(),
                    attachments == null ? List.of() : attachments);
        }

        static final Draft EMPTY = new Draft(null, null, null, null);

        Draft with(List<UUID> files) {
            return new Draft(text, replyTo, quickReplies, files);
        }

        /// {@return where there is nothing in a list, as a JSON pointer}
        Optional<String> gap() {
            return gap("quickReplies", quickReplies).or(() -> gap("attachments", attachments));
        }

        private static Optional<String> gap(String name, @Nullable List<?> list) {
            var place = list == null ? -1 : list.indexOf(null);
            return place < 0 ? Optional.empty() : Optional.of("/%s/%d".formatted(name, place));
        }

        /// {@return where a text is that cannot be kept or sent, as a JSON pointer}
        Optional<String> unsendable() {
            var places = new LinkedHashMap<String, @Nullable String>();
            places.put("/text", text);
            places.put("/replyTo", replyTo);
            var number = 0;
            for (var choice : quickReplies == null ? List.<QuickReplyItem>of() : quickReplies) {
                places.put("/quickReplies/%d/title".formatted(number), choice.title());
                places.put("/quickReplies/%d/payload".formatted(number++), choice.payload());
            }
            return places.entrySet().stream()
                    .filter(entry -> entry.getValue() != null && !isSendable(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        /// PostgreSQL stores neither U+0000 nor half of a surrogate pair.
        private static boolean isSendable(String text) {
            return text.codePoints()
                    .noneMatch(
                            point -> point == 0 || Character.getType(point) == Character.SURROGATE);
        }

        private List<Choice> choices() {
            return quickReplies == null
                    ? List.of()
                    : quickReplies.stream().map(QuickReplyItem::choice).toList();
        }
    }

    @Schema(name = "QuickReply")
    record QuickReplyItem(
            @Schema(
                            description = "What the customer reads, as long as the channel takes",
                            example = "Yes please")
                    @Nullable String title,
            @Schema(
                            description =
                                    "What comes back when it is taken, up to 1000 characters; the"
                                            + " title where it is left out")
                    @Nullable String payload) {
        static QuickReplyItem of(Choice choice) {
            return new QuickReplyItem(choice.title(), choice.payload());
        }

        private Choice choice() {
            var shown = title == null ? "" : title.strip();
            return new Choice(shown, payload == null ? shown : payload);
        }
    }
}
