package dev.parley.attachment;

import dev.parley.attachment.Checked.Seen;
import dev.parley.attachment.Checked.Thumbnail;
import dev.parley.channel.Blob;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures pictures and makes small ones. A picture says how large it is before it is decoded; one
/// that would fill the memory is not decoded, and no page shows it.
final class Darkroom {
    private static final Logger log = LoggerFactory.getLogger(Darkroom.class);

    static final int THUMBNAIL = 480;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int SMALL_ENOUGH = 64 * 1024;

    private static final Map<String, String> FORMATS =
            Map.of("image/png", "png", "image/jpeg", "jpeg", "image/gif", "gif");

    private Darkroom() {}

    /// {@return what is to be seen, if it is a picture that is safe to show}
    static Optional<Seen> look(Blob content, String contentType) {
        try {
            if (contentType.equals("image/webp")) {
                return WebpSize.of(content)
                        .filter(size -> isShowable(size.width(), size.height()))
                        .map(size -> new Seen(size.width(), size.height(), null));
            }
            var format = FORMATS.get(contentType);
            return format == null ? Optional.empty() : read(content, format);
        } catch (IOException | RuntimeException failure) {
            // The readers throw what they like at bytes that they do not understand.
            log.info("A {} could not be read: {}", contentType, failure.toString());
            return Optional.empty();
        }
    }

    private static Optional<Seen> read(Blob content, String format) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var bytes = content.open();
                var input = new MemoryCacheImageInputStream(bytes)) {
            reader.setInput(input, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if (!isShowable(width, height)) {
                return Optional.empty();
            }
            return Optional.of(new Seen(width, height, thumbnail(reader, content, width, height)));
        } finally {
            reader.dispose();
        }
    }

    private static boolean isShowable(int width, int height) {
        return width > 0 && height > 0 && (long) width * height <= MOST_PIXELS;
    }

    private static @Nullable Thumbnail thumbnail(
            ImageReader reader, Blob content, int width, int height) {
        if (Math.max(width, height) <= THUMBNAIL && content.size() <= SMALL_ENOUGH) {
            return null;
        }
        try {
            return write(scaled(decoded(reader, Math.max(width, height))));
        } catch (IOException | RuntimeException failure) {
            log.info("A picture has no thumbnail: {}", failure.toString());
            return null;
        }
    }

    /// Leaves out rows and columns while it reads, so that a large picture is never whole in
    /// memory.
    private static BufferedImage decoded(ImageReader reader, int longest) throws IOException {
        var every = Math.max(1, longest / (2 * THUMBNAIL));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, parameters);
    }

    private static BufferedImage scaled(BufferedImage picture) {
        var longest = Math.max(picture.getWidth(), picture.getHeight());
        var scale = Math.min(1.0, (double) THUMBNAIL / longest);
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var type =
                picture.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_INT_ARGB
                        : BufferedImage.TYPE_INT_RGB;
        var small = new BufferedImage(width, height, type);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }

    private static Thumbnail write(BufferedImage small) throws IOException {
        var format = small.getColorModel().hasAlpha() ? "png" : "jpeg";
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(small, format, bytes);
        return new Thumbnail("image/" + format, new Blob(bytes.toByteArray()));
    }
}
