package dev.parley.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation, as programs see it.
@Schema(name = "Conversation")
record ConversationItem(
        UUID id,
        @Schema(allowableValues = {"open", "active", "waiting", "wrapUp", "closed"}) String state,
        @Schema(description = "The Facebook page that the customer wrote to", example = "100200300")
                String pageId,
        CustomerItem customer,
        SocialProfileItem socialProfile,
        Instant openedAt,
        Instant lastMessageAt,
        @Schema(description = "The user who holds it, or held it last; null when nobody did")
                @Nullable UUID assignedTo,
        ReplyWindowItem replyWindow) {

    @Schema(name = "Customer")
    record CustomerItem(
            UUID id,
            @Schema(
                            description =
                                    "As the channel gave it; else *Visitor n*, in the language of"
                                            + " Accept-Language",
                            example = "Ada Lovelace")
                    String name) {}

    @Schema(name = "SocialProfile")
    record SocialProfileItem(
            @Schema(description = "The person, as this page knows them", example = "7001")
                    String psid) {}

    @Schema(name = "ReplyWindow")
    record ReplyWindowItem(
            @Schema(
                            description =
                                    "humanAgent: only a person may write, under Facebook's human"
                                            + " agent tag",
                            allowableValues = {"open", "humanAgent", "closed"})
                    String state,
            @Schema(
                            description =
                                    "When it closes, or closed; null when the customer never"
                                            + " wrote")
                    @Nullable Instant closesAt) {}

    @Schema(name = "ConversationList")
    record Page(
            List<ConversationItem> items,
            @Schema(description = "For the next page; null on the last one")
                    @Nullable String nextCursor) {}
}
