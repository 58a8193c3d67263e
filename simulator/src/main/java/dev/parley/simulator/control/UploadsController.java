package dev.parley.simulator.control;

import dev.parley.simulator.files.StoredFiles;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// Stores files that a person attaches.
@RestController
class UploadsController {
    /// A stored file, and the URL from which it can be downloaded.
    record Uploaded(String url, String type, String name, long size) {}

    private static final long LARGEST = 26L * 1024 * 1024;

    private final StoredFiles store;

    UploadsController(StoredFiles store) {
        this.store = store;
    }

    @PostMapping("/simulator/uploads")
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(@RequestParam MultipartFile file) throws IOException {
        if (file.getSize() > LARGEST) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "A file can have 26 MB at most");
        }
        try (var content = file.getInputStream()) {
            var saved = store.save(file.getOriginalFilename(), file.getContentType(), content);
            return new Uploaded(OwnUrls.of(saved.path()), saved.kind(), saved.name(), saved.size());
        }
    }
}
