package dev.parley.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.channel.ReplyButton;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of a conversation's timeline in the API.
@Schema(name = "Message")
record MessageItem(
        UUID id,
        @Schema(description = "The channel's id of it; null until the channel assigns one")
                @Nullable String channelMessageId,
        @Schema(
                        description = "Null for notes, which are not sent to anyone",
                        allowableValues = {"inbound", "outbound"})
                @Nullable String direction,
        @Schema(
                        description = "outside: by the company, but not through Parley",
                        allowableValues = {"customer", "agent", "bot", "system", "outside"})
                String author,
        @Schema(
                        description =
                                "What it was written with outside of Parley: parley (this app),"
                                        + " inbox, app, or the number of an app; null if it was"
                                        + " written in Parley, or the channel did not report it")
                @Nullable String writtenWith,
        @Schema(
                        allowableValues = {
                            "text",
                            "attachment",
                            "sticker",
                            "location",
                            "replyButton",
                            "button",
                            "referral",
                            "subscription",
                            "reaction",
                            "edit",
                            "unsend",
                            "handover",
                            "feedback",
                            "internalNote",
                            "unsupported",
                            "system"
                        })
                String kind,
        @Schema(
                        description = "Null if it has no text, or was unsent",
                        example = "Is my parcel lost?")
                @Nullable String text,
        List<AttachmentItem> attachments,
        Instant sentAt,
        @Schema(
                        description =
                                "received for what customers write and do; null for notes, which"
                                        + " are not sent to anyone",
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
                @Nullable String status,
        @Schema(description = "Why it failed, as a stable code") @Nullable String cause,
        @Schema(description = "The channelMessageId of the message that it replies to or is about")
                @Nullable String replyTo,
        @Schema(
                        description =
                                "The customer's reaction to it; of an entry of kind reaction, the"
                                        + " reaction itself, null if one was removed")
                @Nullable String reaction,
        @Schema(description = "Its text before the last edit") @Nullable String editedFrom,
        @Schema(description = "When it was unsent; its content is erased then")
                @Nullable Instant unsentAt,
        @Schema(
                        description = "The payload of the pressed button; null for everything else",
                        example = "ORDER_STATUS")
                @Nullable String payload,
        @Schema(
                        description =
                                "The meaning of a sticker: 👍 for the channel's own thumbs-up;"
                                        + " null for others",
                        example = "👍")
                @Nullable String emoji,
        @Schema(
                        description =
                                "What happened to the conversation, of an entry of kind system;"
                                        + " null for everything else. For `channelNotice`, text has it;"
                                        + " for `timedOut`, text has who was silent for how long,"
                                        + " what the rule did, and what became of its message to"
                                        + " the customer: `customer PT10M move-to-waiting sent`",
                        allowableValues = {
                            "opened",
                            "assigned",
                            "movedToWaiting",
                            "resumed",
                            "released",
                            "ended",
                            "continued",
                            "closed",
                            "closedAutomatically",
                            "closingCancelled",
                            "timedOut",
                            "timeOutsPaused",
                            "timeOutsResumed",
                            "handover",
                            "channelNotice"
                        })
                @Nullable String note,
        @Nullable LocationItem location,
        @Schema(description = "The reply buttons that it offers")
                List<ReplyButtonItem> replyButtons,
        @Schema(description = "The cards of a template") List<CardItem> cards,
        @Schema(
                        description =
                                "What the customer did other than writing, such as `cameFromAd`;"
                                        + " null for a message")
                @Nullable String activity,
        @Schema(description = "Details of the activity") List<DetailItem> activityDetails,
        @Schema(description = "How control of the conversation in the channel changed")
                @Nullable HandoverItem handover,
        @Schema(
                        description =
                                "After sending: the ids of all messages that the text was split"
                                        + " into, this one first")
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
            @Schema(description = "Detected from its bytes; null until it is stored")
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
            @Schema(description = "The URL of its picture, chosen by the sender")
                    @Nullable String picture,
            @Nullable String link,
            List<ButtonItem> buttons) {}

    @Schema(name = "CardButton")
    record ButtonItem(
            String title,
            @Schema(description = "Null for a button that sends a message to the page")
                    @Nullable String link) {}

    @Schema(name = "Detail")
    record DetailItem(
            @Schema(description = "Its name", example = "ref") String name,
            @Schema(description = "The question that it answers") @Nullable String label,
            String value) {}

    @Schema(name = "Handover")
    record HandoverItem(
            @Schema(allowableValues = {"passed", "taken", "requested", "released", "held"})
                    String move,
            @Schema(description = "parley, inbox, app, or the number of an app; null if unknown")
                    @Nullable String from,
            @Schema(description = "parley, inbox, app, or the number of an app; null if unknown")
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
                                    "As long as ten messages of the channel; a text longer than the"
                                            + " channel's limit is sent as several messages.",
                            example = "It arrives tomorrow.")
                    @Nullable String text,
            @Schema(
                            description =
                                    "The channelMessageId of the message that this one replies to",
                            example = "m_AbC")
                    @Nullable String replyTo,
            @Schema(
                            description =
                                    "As many as the channel allows, shown under the last message that"
                                            + " the text is split into")
                    @Nullable List<ReplyButtonItem> replyButtons,
            @Schema(
                            description =
                                    "Up to 10 ids of files that were uploaded for this"
                                            + " conversation; each is sent as a separate message,"
                                            + " before the text")
                    @Nullable List<UUID> attachments) {
        dev.parley.conversation.Draft under(String key) {
            return new dev.parley.conversation.Draft(
                    text == null ? "" : text,
                    key,
                    replyTo,
                    buttons(),
                    attachments == null ? List.of() : attachments);
        }

        static final Draft EMPTY = new Draft(null, null, null, null);

        Draft with(List<UUID> files) {
            return new Draft(text, replyTo, replyButtons, files);
        }

        /// {@return the place of a null item in a list, as a JSON pointer}
        Optional<String> gap() {
            return gap("replyButtons", replyButtons).or(() -> gap("attachments", attachments));
        }

        private static Optional<String> gap(String name, @Nullable List<?> list) {
            var place = list == null ? -1 : list.indexOf(null);
            return place < 0 ? Optional.empty() : Optional.of("/%s/%d".formatted(name, place));
        }

        /// {@return the place of a text that cannot be stored or sent, as a JSON pointer}
        Optional<String> unsendable() {
            var places = new LinkedHashMap<String, @Nullable String>();
            places.put("/text", text);
            places.put("/replyTo", replyTo);
            var number = 0;
            for (var button : replyButtons == null ? List.<ReplyButtonItem>of() : replyButtons) {
                places.put("/replyButtons/%d/title".formatted(number), button.title());
                places.put("/replyButtons/%d/payload".formatted(number++), button.payload());
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

        private List<ReplyButton> buttons() {
            return replyButtons == null
                    ? List.of()
                    : replyButtons.stream().map(ReplyButtonItem::button).toList();
        }
    }

    @Schema(name = "ReplyButton")
    record ReplyButtonItem(
            @Schema(
                            description = "The label for the customer, within the channel's limit",
                            example = "Yes please")
                    @Nullable String title,
            @Schema(
                            description =
                                    "Returned when it is pressed, up to 1000 characters; the title"
                                            + " if it is omitted")
                    @Nullable String payload) {
        static ReplyButtonItem of(ReplyButton button) {
            return new ReplyButtonItem(button.title(), button.payload());
        }

        private ReplyButton button() {
            var shown = title == null ? "" : title.strip();
            return new ReplyButton(shown, payload == null ? shown : payload);
        }
    }
}
