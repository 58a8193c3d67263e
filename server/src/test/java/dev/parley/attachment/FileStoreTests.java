package dev.parley.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.ParleySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTests {
    @Test
    void whatACrashLeftOfAFileIsRemoved(@TempDir Path data) throws IOException {
        var fileStore =
                new FileStore(new ParleySettings(ParleySettings.Mode.DEMO, data, null, null));
        var id = new AttachmentId(UUID.randomUUID());
        var folder = Files.createDirectories(fileStore.original(id).getParent());
        Files.writeString(folder.resolve(".%s.part".formatted(id.value())), "half a file");
        Files.writeString(folder.resolve(".%s-small.part".formatted(id.value())), "half a picture");

        fileStore.remove(id);
        fileStore.removeParts(id);

        assertThat(folder).isEmptyDirectory();
    }
}
