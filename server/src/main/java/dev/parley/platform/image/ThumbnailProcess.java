package dev.parley.platform.image;

import dev.parley.platform.image.ImagePreview.Thumbnail;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// A process that decodes one picture after the other. It is killed if it takes too long or sends
/// an invalid answer. It exits when the server does, however that ends, because its input then
/// ends.
final class ThumbnailProcess {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int LARGEST_THUMBNAIL = 2 * 1024 * 1024;

    private final Process process;
    private final Duration deadline;
    private final DataOutputStream out;
    private final DataInputStream in;
    private volatile long idleSince = System.nanoTime();
    private int decodedCount;

    ThumbnailProcess(Process process, Duration deadline) {
        this.deadline = deadline;
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /// @param turn the lock that the caller of [#decode] holds; until it is released, the process
    ///   is not ended as idle
    static ThumbnailProcess start(ThumbnailProgram program, ReentrantLock turn) throws IOException {
        var started = new ThumbnailProcess(program.launch(), DEADLINE);
        Thread.ofVirtual().name("thumbnail-idle").start(() -> started.endWhenIdle(turn));
        return started;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int decodedCount() {
        return decodedCount;
    }

    void end() {
        process.destroyForcibly();
    }

    /// Returns soon after the deadline at the latest.
    Answer decode(byte[] bytes, ImageHeader header) {
        var done = new CountDownLatch(1);
        var watchdog = Thread.ofVirtual().name("thumbnail-deadline").start(() -> watch(done));
        try {
            write(bytes, header);
            return read();
        } catch (IOException failure) {
            end();
            return new Answer.Died(describe(failure));
        } finally {
            done.countDown();
            watchdog.interrupt();
            decodedCount++;
            idleSince = System.nanoTime();
        }
    }

    private void watch(CountDownLatch done) {
        try {
            if (!done.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                end();
            }
        } catch (InterruptedException _) {
            // The answer arrived in time.
        }
    }

    private void write(byte[] bytes, ImageHeader header) throws IOException {
        out.writeInt(ThumbnailWorker.MAGIC);
        out.writeUTF(header.format().name());
        out.writeUTF(header.orientation().name());
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    private Answer read() throws IOException {
        if (in.readInt() != ThumbnailWorker.MAGIC) {
            throw new IOException("The answer is invalid");
        }
        var type = in.readByte();
        var length = in.readInt();
        if (length < 0 || length > LARGEST_THUMBNAIL) {
            throw new IOException("The answer has %d bytes".formatted(length));
        }
        var thumbnail = in.readNBytes(length);
        if (thumbnail.length < length) {
            throw new IOException("The answer is incomplete");
        }
        return switch (type) {
            case ThumbnailWorker.JPEG -> new Answer.Made(new Thumbnail("image/jpeg", thumbnail));
            case ThumbnailWorker.PNG -> new Answer.Made(new Thumbnail("image/png", thumbnail));
            default -> new Answer.Unreadable();
        };
    }

    private String describe(IOException failure) {
        try {
            return process.waitFor(5, TimeUnit.SECONDS)
                    ? "The process ended with %d (%s)".formatted(process.exitValue(), failure)
                    : "The process does not end (%s)".formatted(failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return failure.toString();
        }
    }

    private void endWhenIdle(ReentrantLock turn) {
        try {
            while (!process.waitFor(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (turn.tryLock()) {
                    try {
                        if (System.nanoTime() - idleSince >= IDLE.toNanos()) {
                            end();
                        }
                    } finally {
                        turn.unlock();
                    }
                }
            }
        } catch (InterruptedException _) {
            end();
        }
    }

    /// The result for a picture.
    sealed interface Answer {
        record Made(Thumbnail thumbnail) implements Answer {}

        record Unreadable() implements Answer {}

        /// The process ended while it decoded the picture.
        record Died(String detail) implements Answer {}

        /// The picture was not processed, because no process was available.
        record Busy(String detail) implements Answer {}
    }
}
