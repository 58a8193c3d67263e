package dev.parley.api;

import dev.parley.identity.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/// The API of messages.
@Tag(name = "Messages")
interface MessageContract {
    String SEND = "Write to the customer";

    String HOW_IT_IS_SENT =
            "The message is stored when the response arrives, and is sent in order, once. A"
                    + " repeated request with the same key returns the same message. A long text"
                    + " becomes several messages, and each file one: the response is the first,"
                    + " and parts names all. Files may be in the request, 26 MB in all, or be"
                    + " uploaded before.";

    @Operation(
            operationId = "listMessages",
            summary = "List the messages of a conversation",
            description =
                    "Oldest first. Reactions, edits and unsends are also shown on the message that"
                            + " they are about.")
    @ApiResponse(responseCode = "200", description = "A page of messages")
    @GetMapping("/api/v1/conversations/{id}/messages")
    MessageItem.Page list(
            @PathVariable UUID id,
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
            SignedIn reader);

    /// The same operation as the next one, with another type of body.
    @Operation(operationId = "sendMessage", summary = SEND, description = HOW_IT_IS_SENT)
    @ApiResponse(responseCode = "202", description = "The message is queued for sending")
    @PostMapping(
            path = "/api/v1/conversations/{id}/messages",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    MessageItem write(
            @PathVariable UUID id,
            @Parameter(
                            in = ParameterIn.HEADER,
                            name = "Idempotency-Key",
                            required = true,
                            description =
                                    "Chosen by you for each message, 1 to 200 printable ASCII"
                                            + " characters; the same for a repeated request",
                            example = "order-4711-shipped")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable String key,
            @RequestBody MessageItem.Draft draft,
            SignedIn writer);

    @Operation(operationId = "sendMessage", summary = SEND, description = HOW_IT_IS_SENT)
    @ApiResponse(responseCode = "202", description = "The message is queued for sending")
    @PostMapping(
            path = "/api/v1/conversations/{id}/messages",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    MessageItem writeWithFiles(
            @PathVariable UUID id,
            @Parameter(
                            in = ParameterIn.HEADER,
                            name = "Idempotency-Key",
                            required = true,
                            description =
                                    "Chosen by you for each message, 1 to 200 printable ASCII"
                                            + " characters; the same for a repeated request",
                            example = "order-4711-shipped")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable String key,
            @Parameter(description = "The message of the files, as JSON")
                    @RequestPart(required = false)
                    MessageItem.@Nullable Draft message,
            @Parameter(description = "Each becomes a separate message, before the text")
                    @RequestPart
                    List<MultipartFile> file,
            SignedIn writer);
}
