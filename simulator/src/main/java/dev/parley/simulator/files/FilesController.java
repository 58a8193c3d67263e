package dev.parley.simulator.files;

import dev.parley.simulator.fault.ClientConnection;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.fault.SendFault;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Serves what Meta's content delivery network would serve.
@RestController
class FilesController {
    private final StoredFiles store;
    private final Faults faults;

    FilesController(StoredFiles store, Faults faults) {
        this.store = store;
        this.faults = faults;
    }

    @GetMapping("/files/{id:[0-9a-f-]{36}}/{name}")
    @Nullable ResponseEntity<Resource> file(@PathVariable String id, HttpServletRequest request) {
        return switch (faults.hitCall("files", null).orElse(null)) {
            case null -> found(id);
            case SendFault.Delay(var by) -> {
                ClientConnection.hold(by);
                yield found(id);
            }
            case SendFault.Cut _ -> {
                ClientConnection.cut(request);
                yield null;
            }
            case SendFault.Garbage(var status, _) -> ResponseEntity.status(status).build();
            case SendFault.Refuse refuse -> ResponseEntity.status(refuse.status()).build();
        };
    }

    private ResponseEntity<Resource> found(String id) {
        return store.find(id)
                .map(FilesController::answer)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/files/people/{id}.png")
    ResponseEntity<byte[]> person(@PathVariable String id) {
        return picture(SampleImages.person(id));
    }

    @GetMapping("/files/pages/{id}.png")
    ResponseEntity<byte[]> page(@PathVariable String id) {
        return picture(SampleImages.page(id));
    }

    @GetMapping("/files/stickers/{id}.png")
    ResponseEntity<byte[]> sticker(@PathVariable String id) {
        return picture(SampleImages.sticker(id));
    }

    /// Shown inline but never executed: an upload can claim any type, such as HTML.
    private static ResponseEntity<Resource> answer(StoredFile stored) {
        var disposition =
                ContentDisposition.inline().filename(stored.name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(type(stored))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .body(new FileSystemResource(stored.at()));
    }

    private static MediaType type(StoredFile stored) {
        try {
            return MediaType.asMediaType(MimeTypeUtils.parseMimeType(stored.contentType()));
        } catch (InvalidMimeTypeException _) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static ResponseEntity<byte[]> picture(byte[] png) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(png);
    }
}
