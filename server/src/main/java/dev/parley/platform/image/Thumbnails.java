package dev.parley.platform.image;

import dev.parley.platform.ParleySettings;
import dev.parley.platform.image.ImageHeader.Flaw;
import dev.parley.platform.image.ImageHeader.Format;
import dev.parley.platform.image.ImagePreview.Busy;
import dev.parley.platform.image.ImagePreview.None;
import dev.parley.platform.image.ImagePreview.Shown;
import dev.parley.platform.image.ImagePreview.Thumbnail;
import dev.parley.platform.image.ImagePreview.Withheld;
import dev.parley.platform.image.ThumbnailProcess.Answer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Measures pictures and creates thumbnails (decision 28). A picture is judged by its header; if
/// that is safe, it is decoded in a separate process, one at a time. The process is started when
/// there is something to decode, and ends soon after it becomes idle.
@Component
public class Thumbnails implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Thumbnails.class);
    private static final int SMALL_ENOUGH = 64 * 1024;
    private static final int MAX_PER_PROCESS = 500;
    private static final long MAX_WAIT_SECONDS = 60;
    private static final int CMYK = 4;

    private final ThumbnailProgram program;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable ThumbnailProcess process;

    public Thumbnails(ParleySettings settings) {
        this.program = new ThumbnailProgram(settings.data().resolve("thumbnail-worker"));
    }

    /// {@return the preview of a file with these bytes, which are of this type}
    public ImagePreview of(byte[] bytes, String contentType) {
        if (!ImageHeader.isShown(contentType)) {
            return HeifSizes.areSafe(bytes, contentType)
                    ? new None()
                    : new Withheld(Flaw.TOO_LARGE);
        }
        var header = ImageHeader.of(bytes, contentType).orElse(null);
        if (header == null) {
            return new Withheld(Flaw.DAMAGED);
        }
        if (!header.isSafe()) {
            return new Withheld(Flaw.TOO_LARGE);
        }
        return isItsOwnThumbnail(bytes, header) ? shown(header, null) : decoded(bytes, header);
    }

    /// Java decodes neither WebP nor CMYK. Browsers do, and such pictures were checked by their
    /// header.
    private static boolean isItsOwnThumbnail(byte[] bytes, ImageHeader header) {
        return header.format() == Format.WEBP
                || header.channels() == CMYK
                || (Math.max(header.width(), header.height()) <= ThumbnailWorker.LONGEST_SIDE
                        && bytes.length <= SMALL_ENOUGH);
    }

    private static Shown shown(ImageHeader header, @Nullable Thumbnail thumbnail) {
        return new Shown(header.width(), header.height(), header.isAnimated(), thumbnail);
    }

    private ImagePreview decoded(byte[] bytes, ImageHeader header) {
        return switch (ask(bytes, header)) {
            case Answer.Made(var thumbnail) -> shown(header, thumbnail);
            case Answer.Unreadable _ -> new Withheld(Flaw.DAMAGED);
            case Answer.Died(var detail) -> {
                log.warn(
                        "A {} of {} x {} has no thumbnail: {}",
                        header.format().contentType(),
                        header.width(),
                        header.height(),
                        detail);
                yield new Withheld(Flaw.TOO_COSTLY);
            }
            case Answer.Busy(var detail) -> new Busy(detail);
        };
    }

    private Answer ask(byte[] bytes, ImageHeader header) {
        try {
            if (!turn.tryLock(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return new Answer.Busy("Too many pictures are waiting");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Busy("Interrupted");
        }
        try {
            return running().decode(bytes, header);
        } catch (IOException failure) {
            return new Answer.Busy("The process could not be started: " + failure);
        } finally {
            turn.unlock();
        }
    }

    private ThumbnailProcess running() throws IOException {
        var current = process;
        if (current != null && current.isAlive() && current.decodedCount() < MAX_PER_PROCESS) {
            return current;
        }
        if (current != null) {
            current.end();
        }
        var started = ThumbnailProcess.start(program, turn);
        process = started;
        return started;
    }

    @Override
    public void destroy() {
        var current = process;
        if (current != null) {
            current.end();
        }
    }
}
