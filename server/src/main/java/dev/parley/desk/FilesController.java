package dev.parley.desk;

import static java.util.stream.Collectors.joining;

import dev.parley.attachment.AttachmentId;
import dev.parley.attachment.Upload;
import dev.parley.attachment.Uploads;
import dev.parley.attachment.WaitingUploads;
import dev.parley.channel.Blob;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Replies.Writer;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.UploadView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Ids;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/// The files that agents upload to be sent.
@Controller
class FilesController {
    private static final int MEGABYTE = 1024 * 1024;
    private final Uploads uploads;
    private final WaitingUploads waitingUploads;
    private final Templates templates;
    private final ConflictTexts conflictTexts;
    private final Clock clock;

    FilesController(
            Uploads uploads,
            WaitingUploads waitingUploads,
            Templates templates,
            ConflictTexts conflictTexts,
            Clock clock) {
        this.uploads = uploads;
        this.waitingUploads = waitingUploads;
        this.conflictTexts = conflictTexts;
        this.templates = templates;
        this.clock = clock;
    }

    @PostMapping("/desk/conversations/{id}/files")
    ResponseEntity<String> take(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam Optional<UUID> key) {
        var writer = Writer.atDesk(me);
        var content = Blob.from(file::getInputStream, file.getSize());
        var name = file.getOriginalFilename();
        var known = new AttachmentId(key.orElseGet(Ids::next));
        var conversation = new ConversationId(id);
        return switch (uploads.take(writer, conversation, known, content, name)) {
            case Upload.Stored(var kept) -> {
                var w = DeskTexts.of(frame, clock.instant());
                var chip = templates.deskUpload(w, UploadView.of(kept)).render();
                yield ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(chip);
            }
            case Upload.Refused refused ->
                    TextResponse.of(422, words(frame, me, conversation, refused));
        };
    }

    /// The chips of all files of this agent that wait to be sent in this conversation, also of
    /// those uploaded from another window or by a program.
    @GetMapping(path = "/desk/conversations/{id}/files", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> waiting(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var w = DeskTexts.of(frame, clock.instant());
        var chips =
                waitingUploads.of(new ConversationId(id), me.userId()).stream()
                        .map(file -> templates.deskUpload(w, UploadView.of(file)).render())
                        .collect(joining());
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(chips);
    }

    @DeleteMapping("/desk/files/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(SignedIn me, @PathVariable UUID id) {
        waitingUploads.discard(new AttachmentId(id), me.userId());
    }

    private String words(
            PageFrame frame, SignedIn me, ConversationId conversation, Upload.Refused refused) {
        var limits = refused.rules().sent();
        return switch (refused.flaw()) {
            case NOT_ASSIGNED -> conflictTexts.orUnavailable(frame, me, conversation);
            case DISABLED -> frame.text("desk.refused.filesSwitchedOff");
            case NOT_SUPPORTED -> frame.text("desk.refused.noFilesHere");
            case EMPTY -> frame.text("desk.upload.empty");
            case TOO_LARGE -> frame.text("desk.upload.tooLarge", limits.file() / MEGABYTE);
            case PICTURE_TOO_LARGE ->
                    frame.text("desk.upload.pictureTooLarge", limits.picture() / MEGABYTE);
            case BLOCKED -> frame.text("desk.upload.blocked");
            case DISCARDED -> frame.text("desk.upload.discarded");
            case TOO_MANY -> frame.text("desk.refused.tooManyFiles", Draft.MOST_FILES);
        };
    }
}
