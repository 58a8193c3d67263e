package dev.parley.platform;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Detects that a disk is full, nearly full, or not writable: where files are stored, and where the
/// embedded database is. The result of the first applies to the data directory as a whole.
@Component
class StorageCheck implements SelfCheck {
    private static final long MEGABYTE = 1024 * 1024;
    private static final byte[] SOMETHING = new byte[4096];

    private final Path data;
    private final StorageSettings settings;

    StorageCheck(ParleySettings parley, StorageSettings settings, MeterRegistry meters) {
        this.data = parley.data().toAbsolutePath();
        this.settings = settings;
        for (var volume : List.of("files", "database")) {
            Gauge.builder("parley.storage.free", () -> free(volume))
                    .description("Free space on the volume")
                    .tag("volume", volume)
                    .baseUnit("bytes")
                    .register(meters);
        }
    }

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public List<Problem> check() {
        var problems = new ArrayList<Problem>();
        var known = new LinkedHashMap<Object, Path>();
        volumes().values().forEach(folder -> known.putIfAbsent(volumeOf(folder), folder));
        known.values().forEach(folder -> space(folder, problems));
        write(problems);
        return problems;
    }

    /// Folders on the same volume are reported once.
    private static Object volumeOf(Path folder) {
        try {
            return Files.getAttribute(folder, "unix:dev");
        } catch (IOException _) {
            return folder;
        }
    }

    private Map<String, Path> volumes() {
        var volumes = new LinkedHashMap<String, Path>();
        volumes.put("files", nearest(data.resolve("files")));
        if (Files.exists(data.resolve("postgres"))) {
            volumes.put("database", data.resolve("postgres"));
        }
        return volumes;
    }

    private static Path nearest(Path folder) {
        var existing = folder;
        while (Files.notExists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    private void space(Path folder, List<Problem> problems) {
        try {
            var free = Files.getFileStore(folder).getUsableSpace();
            if (free < settings.fullBelow().toBytes()) {
                problems.add(Problem.severe("storageFull", folder, free / MEGABYTE));
            } else if (free < settings.warnBelow().toBytes()) {
                problems.add(Problem.warning("storageLow", folder, free / MEGABYTE));
            }
        } catch (IOException failure) {
            problems.add(Problem.severe("storageUnwritable", folder, failure));
        }
    }

    /// Free space does not reveal quotas or a read-only disk.
    private void write(List<Problem> problems) {
        var folder = data.resolve("files");
        var file = folder.resolve(".probe");
        try {
            PrivateFolder.createWithin(folder);
            try (var channel = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING)) {
                var bytes = ByteBuffer.wrap(SOMETHING);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            problems.add(Problem.severe("storageUnwritable", folder, failure));
        }
    }

    private double free(String volume) {
        try {
            var folder = volumes().get(volume);
            return folder == null ? Double.NaN : Files.getFileStore(folder).getUsableSpace();
        } catch (IOException _) {
            return Double.NaN;
        }
    }
}
