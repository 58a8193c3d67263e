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
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/// What programs are promised about the files of messages.
@Tag(name = "Attachments")
interface AttachmentContract {
    @Operation(
            operationId = "getAttachment",
            summary = "Get a file that came with a message",
            description =
                    "Pictures, audio and video come as what they are, everything else as"
                            + " application/octet-stream; contentType of the message tells more."
                            + " Ranges are answered.")
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
            description = "As If-None-Match names it",
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
                            + " a day at most. 25 MB, pictures 8 MB. Its type is told by its bytes.")
    @ApiResponse(responseCode = "201", description = "The file waits to be sent")
    @PostMapping(
            path = "/api/v1/attachments",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    MessageItem.AttachmentItem upload(
            @Parameter(description = "Where it is to be sent") @RequestParam UUID conversationId,
            @RequestPart MultipartFile file,
            SignedIn writer);
}
