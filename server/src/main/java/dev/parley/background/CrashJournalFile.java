package dev.parley.background;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// A memory-mapped file of slots, each of which contains the work in progress of one thread. What a
/// process wrote there survives any kind of crash, because the memory belongs to the kernel;
/// writing needs no system call and no disk access.
final class CrashJournalFile {
    private static final int SLOTS = 256;

    /// Room for the numbers of a thousand envelopes, which are handled together at most.
    private static final int SLOT = 16 * 1024;

    private static final int HEAD = 8;
    private static final byte FREE = 0;
    private static final byte IN_PROGRESS = 1;
    private static final byte SUSPENDED = 2;

    private final MappedByteBuffer bytes;
    private final Queue<Slot> free = new ConcurrentLinkedQueue<>();

    private CrashJournalFile(MappedByteBuffer bytes) {
        this.bytes = bytes;
        for (var slot = 1; slot <= SLOTS; slot++) {
            free.add(new Slot(slot * SLOT));
        }
    }

    /// Its blocks are written before it is mapped: a memory page without space on the disk would
    /// kill the process.
    static CrashJournalFile open(Path path) throws IOException {
        var size = (SLOTS + 1) * SLOT;
        try (var channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            if (channel.size() != size) {
                channel.truncate(0);
                channel.write(ByteBuffer.allocate(size));
                channel.force(true);
            }
            return new CrashJournalFile(channel.map(MapMode.READ_WRITE, 0, size));
        }
    }

    /// {@return the id of the process that last wrote here}
    UUID processId() {
        return new UUID(bytes.getLong(0), bytes.getLong(8));
    }

    /// {@return its work in progress when it ended}
    List<RecordedWork> inProgress() {
        var found = new ArrayList<RecordedWork>();
        for (var slot = 1; slot <= SLOTS; slot++) {
            var at = slot * SLOT;
            var length = bytes.getInt(at + 4);
            if (bytes.get(at) == IN_PROGRESS && length > 0 && length <= SLOT - HEAD) {
                var text = new byte[length];
                bytes.get(at + HEAD, text);
                found.add(noted(new String(text, UTF_8).split("\n", -1), bytes.get(at + 1) == 1));
            }
        }
        return found;
    }

    private static RecordedWork noted(String[] lines, boolean suspect) {
        return new RecordedWork(lines[0], List.of(lines).subList(1, lines.length), suspect);
    }

    /// Starts the journal of a new process, without work in progress.
    void begin(UUID life) {
        for (var slot = 1; slot <= SLOTS; slot++) {
            bytes.put(slot * SLOT, FREE);
        }
        bytes.putLong(0, life.getMostSignificantBits());
        bytes.putLong(8, life.getLeastSignificantBits());
    }

    /// {@return the slot in which it is recorded; null when there is none free}
    @Nullable Slot note(String kind, Collection<String> keys, boolean suspect) {
        var slot = free.poll();
        if (slot != null) {
            slot.write(text(kind, keys), suspect);
        }
        return slot;
    }

    /// As many keys as fit: the others are recorded when they are in progress next time, together
    /// with fewer others.
    private static byte[] text(String kind, Collection<String> keys) {
        var text = new ByteArrayOutputStream();
        text.writeBytes(kind.getBytes(UTF_8));
        for (var key : keys) {
            var line = ('\n' + key).getBytes(UTF_8);
            if (text.size() + line.length > SLOT - HEAD) {
                break;
            }
            text.writeBytes(line);
        }
        return text.toByteArray();
    }

    /// The place in which one thread records its work in progress.
    final class Slot {
        private final int at;

        private Slot(int at) {
            this.at = at;
        }

        /// The mark is written after everything else.
        private void write(byte[] text, boolean suspect) {
            bytes.put(at + HEAD, text);
            bytes.putInt(at + 4, text.length);
            bytes.put(at + 1, (byte) (suspect ? 1 : 0));
            VarHandle.releaseFence();
            bytes.put(at, IN_PROGRESS);
        }

        /// Its thread works on something else.
        void suspend() {
            bytes.put(at, SUSPENDED);
        }

        void resume() {
            bytes.put(at, IN_PROGRESS);
        }

        void free() {
            bytes.put(at, FREE);
            VarHandle.releaseFence();
            free.add(this);
        }
    }

    /// The recorded work of one thread.
    ///
    /// @param suspect whether it had been in progress at an earlier crash, and ran alone
    record RecordedWork(String kind, List<String> keys, boolean suspect) {}
}
