package dev.parley.api;

import dev.parley.identity.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/// The API of the files of messages.
@Tag(name = "Attachments")
interface AttachmentContract {
    @Operation(
            operationId = "getAttachment",
            summary = "Get a file of a message",
            description =
                    "Pictures, audio and video have their own content type, everything else"
                            + " application/octet-stream; see contentType of the message."
                            + " Ranges are supported.")
    @ApiResponse(
            responseCode = "200",
            description = "The bytes",
            content = {
                @Content(
                        mediaType = "image/*",
                        schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = "audio/*",
                        schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = "video/*",
                        schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = "application/octet-stream",
                        schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "206",
            description = "The bytes of the range, of several ranges in parts",
            content = {
                @Content(
                        mediaType = "image/*",
                        schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = "audio/*",
                        schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = "video/*",
                        schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = "application/octet-stream",
                        schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = "multipart/byteranges",
                        schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "304",
            description = "Not modified since the ETag in If-None-Match",
            content = @Content)
    @GetMapping("/api/v1/attachments/{id}")
    ResponseEntity<Resource> one(
            @PathVariable UUID id,
            SignedIn reader,
            HttpServletRequest request,
            HttpServletResponse response);

    @Operation(
            operationId = "uploadAttachment",
            summary = "Upload a file to be sent",
            description =
                    "It waits for a message of this conversation that names it in attachments, for"
                            + " four hours unless configured otherwise. At most 25 MB, pictures"
                            + " 8 MB. Its type is detected from its bytes.")
    @ApiResponse(responseCode = "201", description = "The file waits to be sent")
    @PostMapping(
            path = "/api/v1/attachments",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    MessageItem.AttachmentItem upload(
            @Parameter(description = "The conversation to send it in") @RequestParam
                    UUID conversationId,
            @RequestPart MultipartFile file,
            SignedIn writer);

    @Operation(
            operationId = "listWaitingAttachments",
            summary = "List your files that wait to be sent",
            description =
                    "Those that the owner of the token has uploaded for this conversation and that"
                            + " no message uses yet, oldest first. At most ten wait at once.")
    @GetMapping("/api/v1/attachments")
    WaitingItems waiting(
            @Parameter(description = "The conversation to send them in") @RequestParam
                    UUID conversationId,
            SignedIn writer);

    @Operation(
            operationId = "deleteWaitingAttachment",
            summary = "Delete a file that waits to be sent",
            description =
                    "Only files of the token's owner, and only until a message uses them; deleting"
                            + " a file that does not exist changes nothing.")
    @ApiResponse(responseCode = "204", description = "The file was deleted")
    @DeleteMapping("/api/v1/attachments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, SignedIn writer);

    @Schema(name = "WaitingAttachments")
    record WaitingItems(List<MessageItem.AttachmentItem> items) {}
}
