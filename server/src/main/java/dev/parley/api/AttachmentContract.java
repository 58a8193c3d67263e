package dev.parley.api;

import dev.parley.identity.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/attachments/{id}")
    ResponseEntity<Resource> one(
            @PathVariable UUID id, SignedIn reader, HttpServletResponse response);

    @Operation(
            operationId = "uploadAttachment",
            summary = "Upload a file to be sent",
            description =
                    "It waits for a message of this conversation that names it in attachments, for"
                            + " four hours unless configured otherwise. 25 MB, pictures 8 MB. Its"
                            + " type is told by its bytes.")
    @ApiResponse(responseCode = "201", description = "The file waits to be sent")
    @PostMapping(path = "/api/v1/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    MessageItem.AttachmentItem upload(
            @Parameter(description = "Where it is to be sent") @RequestParam UUID conversationId,
            @RequestPart MultipartFile file,
            SignedIn writer);

    @Operation(
            operationId = "listWaitingAttachments",
            summary = "List your files that wait to be sent",
            description =
                    "Those that the owner of the token has uploaded for this conversation and that"
                            + " no message has taken, oldest first. At most ten wait at once.")
    @GetMapping("/api/v1/attachments")
    WaitingItems waiting(
            @Parameter(description = "Where they are to be sent") @RequestParam UUID conversationId,
            SignedIn writer);

    @Operation(
            operationId = "deleteWaitingAttachment",
            summary = "Delete a file that waits to be sent",
            description =
                    "Only the owner of the token's own, and only until a message takes it; deleting"
                            + " what is not there changes nothing.")
    @ApiResponse(responseCode = "204", description = "It does not wait any more")
    @DeleteMapping("/api/v1/attachments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, SignedIn writer);

    @Schema(name = "WaitingAttachments")
    record WaitingItems(List<MessageItem.AttachmentItem> items) {}
}
