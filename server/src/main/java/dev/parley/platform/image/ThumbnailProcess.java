package dev.parley.platform.image;

import dev.parley.platform.image.Preview.Thumbnail;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// A process that decodes one picture after the other. What takes too long, or answers nonsense, is
/// ended. It ends by itself when the server does, however that ends: its input is then at its end.
final class ThumbnailProcess {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int LARGEST_THUMBNAIL = 2 * 1024 * 1024;

    private final Process process;
    private final Duration deadline;
    private final DataOutputStream out;
    private final DataInputStream in;
    private volatile long idleSince = System.nanoTime();
    private int answered;

    ThumbnailProcess(Process process, Duration deadline) {
        this.deadline = deadline;
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /// @param turn held by whoever asks it; it is not ended for being idle meanwhile
    static ThumbnailProcess start(ThumbnailProgram program, ReentrantLock turn) throws IOException {
        var started = new ThumbnailProcess(program.launch(), DEADLINE);
        Thread.ofVirtual().name("thumbnail-idle").start(() -> started.endWhenIdle(turn));
        return started;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int answered() {
        return answered;
    }

    void end() {
        process.destroyForcibly();
    }

    /// Returns soon after the deadline at the latest.
    Answer ask(byte[] bytes, ImageHeader header) {
        var done = new CountDownLatch(1);
        var watchdog = Thread.ofVirtual().name("thumbnail-deadline").start(() -> watch(done));
        try {
            write(bytes, header);
            return read();
        } catch (IOException failure) {
            end();
            return new Answer.Died(lastWord(failure));
        } finally {
            done.countDown();
            watchdog.interrupt();
            answered++;
            idleSince = System.nanoTime();
        }
    }

    private void watch(CountDownLatch done) {
        try {
            if (!done.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                end();
            }
        } catch (InterruptedException _) {
            // It was in time.
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
            throw new IOException("It answered nonsense");
        }
        var type = in.readByte();
        var length = in.readInt();
        if (length < 0 || length > LARGEST_THUMBNAIL) {
            throw new IOException("It answered %d bytes".formatted(length));
        }
        var made = in.readNBytes(length);
        if (made.length < length) {
            throw new IOException("It ended in the middle of its answer");
        }
        return switch (type) {
            case ThumbnailWorker.JPEG -> new Answer.Made(new Thumbnail("image/jpeg", made));
            case ThumbnailWorker.PNG -> new Answer.Made(new Thumbnail("image/png", made));
            default -> new Answer.Unreadable();
        };
    }

    private String lastWord(IOException failure) {
        try {
            return process.waitFor(5, TimeUnit.SECONDS)
                    ? "Its process ended with %d (%s)".formatted(process.exitValue(), failure)
                    : "Its process does not end (%s)".formatted(failure);
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

    /// What became of a picture.
    sealed interface Answer {
        record Made(Thumbnail thumbnail) implements Answer {}

        record Unreadable() implements Answer {}

        /// The process ended over it.
        record Died(String detail) implements Answer {}

        /// It was not looked at, because no process was to be had.
        record Busy(String detail) implements Answer {}
    }
}
