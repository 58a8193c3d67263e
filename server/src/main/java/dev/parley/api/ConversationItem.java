package dev.parley.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation in the API.
@Schema(name = "Conversation")
record ConversationItem(
        UUID id,
        @Schema(allowableValues = {"open", "active", "waiting", "wrapUp", "closed"}) String state,
        @Schema(description = "The channel that the customer uses") String channel,
        @Schema(
                        description =
                                "The account, page or number that the customer writes to there",
                        example = "100200300")
                String endpointId,
        @Schema(description = "The customer, as this endpoint knows them", example = "7001")
                String personId,
        CustomerItem customer,
        Instant openedAt,
        Instant lastMessageAt,
        @Schema(description = "The user whom it is or was last assigned to; null if never assigned")
                @Nullable UUID assignedTo,
        @Schema(description = "The names of its tags, at most 20", example = "[\"Refund\"]")
                List<String> tags,
        ReplyWindowItem replyWindow) {
    ConversationItem {
        tags = List.copyOf(tags);
    }

    @Schema(name = "Customer")
    record CustomerItem(
            UUID id,
            @Schema(
                            description =
                                    "Provided by the channel; else *Visitor n*, in the language of"
                                            + " Accept-Language",
                            example = "Ada Lovelace")
                    String name) {}

    @Schema(name = "ReplyWindow")
    record ReplyWindowItem(
            @Schema(
                            description =
                                    "extended: the channel's standard time is over, and only a"
                                            + " person may reply",
                            allowableValues = {"open", "extended", "closed"})
                    String state,
            @Schema(
                            description =
                                    "When it closes, or closed; null if the customer never"
                                            + " wrote, or the channel sets no end")
                    @Nullable Instant closesAt) {}

    @Schema(name = "ConversationList")
    record Page(
            List<ConversationItem> items,
            @Schema(description = "For the next page; null on the last one")
                    @Nullable String nextCursor) {}
}
