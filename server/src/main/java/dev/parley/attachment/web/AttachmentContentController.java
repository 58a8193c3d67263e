package dev.parley.attachment.web;

import dev.parley.attachment.AttachmentId;
import dev.parley.attachment.Attachments;
import dev.parley.attachment.Attachments.Opened;
import dev.parley.identity.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The files of messages, for pages.
@Controller
class AttachmentContentController {
    private final Attachments attachments;

    AttachmentContentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/attachments/{id}")
    ResponseEntity<Resource> original(
            @PathVariable UUID id, SignedIn reader, HttpServletResponse response) {
        return FileResponse.original(open(id, reader), response);
    }

    @GetMapping("/attachments/{id}/thumbnail")
    ResponseEntity<Resource> thumbnail(
            @PathVariable UUID id, SignedIn reader, HttpServletResponse response) {
        return FileResponse.thumbnail(open(id, reader), response);
    }

    private Opened open(UUID id, SignedIn reader) {
        return attachments
                .open(new AttachmentId(id), reader)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
