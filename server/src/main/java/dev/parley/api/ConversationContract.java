package dev.parley.api;

import dev.parley.identity.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The API of conversations.
@Tag(name = "Conversations")
interface ConversationContract {
    @Operation(
            operationId = "listConversations",
            summary = "List conversations",
            description =
                    "Most recently opened first. Page with nextCursor until it is null: nothing is"
                            + " missed or repeated while messages arrive.")
    @ApiResponse(responseCode = "200", description = "A page of conversations")
    @GetMapping("/api/v1/conversations")
    ConversationItem.Page list(
            @Parameter(
                            description = "Only those in this state",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "open", "active", "waiting", "wrapUp", "closed"
                                            }))
                    @RequestParam(required = false)
                    @Nullable String state,
            @Parameter(description = "Only those in this channel") @RequestParam(required = false)
                    @Nullable String channel,
            @Parameter(description = "Only those with this endpoint")
                    @RequestParam(required = false)
                    @Nullable String endpointId,
            @Parameter(description = "Only those with this person, as the endpoint knows them")
                    @RequestParam(required = false)
                    @Nullable String personId,
            @Parameter(
                            description =
                                    "Only those with the tag of this name; case makes no difference")
                    @RequestParam(required = false)
                    @Nullable String tag,
            @Parameter(description = "The nextCursor of the previous page")
                    @RequestParam(required = false)
                    @Nullable String cursor,
            @Parameter(
                            description = "The maximum number of items",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    @RequestParam(required = false)
                    @Nullable String limit,
            SignedIn reader,
            HttpServletRequest request);

    @Operation(operationId = "getConversation", summary = "Get one conversation")
    @ApiResponse(responseCode = "200", description = "The conversation")
    @GetMapping("/api/v1/conversations/{id}")
    ConversationItem one(@PathVariable UUID id, SignedIn reader, HttpServletRequest request);
}
