package dev.parley.platform.image;

import dev.parley.platform.image.ImageHeader.Format;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.SynchronousQueue;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads pictures from standard input, decodes them and writes thumbnails to standard output, in
/// its own process, which any picture may crash. Depends on nothing but the JDK. It exits when its
/// input ends, even while it is decoding.
final class ThumbnailWorker {
    static final int MAGIC = 0x50415259;
    static final int LONGEST_SIDE = 480;
    static final byte FAILED = 0;
    static final byte JPEG = 1;
    static final byte PNG = 2;
    private static final int LARGEST_PICTURE = 32 * 1024 * 1024;

    private ThumbnailWorker() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ImageIO.setUseCache(false);
        var pictures = new SynchronousQueue<Picture>();
        Thread.ofPlatform().daemon().name("input").start(() -> read(pictures));
        var out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        while (true) {
            answer(pictures.take(), out);
        }
    }

    private static void read(SynchronousQueue<Picture> pictures) {
        var in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        try {
            while (in.readInt() == MAGIC) {
                var format = Format.valueOf(in.readUTF());
                var orientation = Orientation.valueOf(in.readUTF());
                var length = in.readInt();
                if (length < 0 || length > LARGEST_PICTURE) {
                    break;
                }
                pictures.put(new Picture(format, orientation, in.readNBytes(length)));
            }
        } catch (IOException | InterruptedException _) {
            // The server has ended.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void answer(Picture picture, DataOutputStream out) throws IOException {
        var type = FAILED;
        var thumbnail = new byte[0];
        try {
            var small = turned(scaled(decoded(picture)), picture.orientation);
            type = small.getColorModel().hasAlpha() ? PNG : JPEG;
            thumbnail = written(small, type == PNG ? "png" : "jpeg");
        } catch (IOException | RuntimeException _) {
            // The readers throw all kinds of exceptions for invalid bytes.
        }
        out.writeInt(MAGIC);
        out.writeByte(thumbnail.length == 0 ? FAILED : type);
        out.writeInt(thumbnail.length);
        out.write(thumbnail);
        out.flush();
    }

    /// Skips rows and columns while it reads, so that a large picture is never complete in memory.
    /// Checks the size again, because the decoder may see another size than the header's reader.
    private static BufferedImage decoded(Picture picture) throws IOException {
        var name = picture.format.name().toLowerCase(Locale.ROOT);
        var reader = ImageIO.getImageReadersByFormatName(name).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.bytes))) {
            reader.setInput(input, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            var longest = Math.max(width, height);
            if (longest > ImageHeader.LONGEST_SIDE
                    || (long) width * height > ImageHeader.MOST_PIXELS) {
                throw new IOException("The picture is larger than its header says");
            }
            var parameters = reader.getDefaultReadParam();
            var step = Math.max(1, longest / (2 * LONGEST_SIDE));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage picture) {
        var longest = Math.max(picture.getWidth(), picture.getHeight());
        var scale = Math.min(1.0, (double) LONGEST_SIDE / longest);
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var small = blank(width, height, picture);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static BufferedImage turned(BufferedImage picture, Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return picture;
        }
        var width = picture.getWidth();
        var height = picture.getHeight();
        var upright =
                orientation.swapsSides()
                        ? blank(height, width, picture)
                        : blank(width, height, picture);
        var graphics = upright.createGraphics();
        graphics.drawImage(picture, turn(orientation, width, height), null);
        graphics.dispose();
        return upright;
    }

    private static AffineTransform turn(Orientation orientation, int width, int height) {
        return switch (orientation) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case MIRRORED_UPSIDE_DOWN -> new AffineTransform(1, 0, 0, -1, 0, height);
            case MIRRORED_ON_ITS_LEFT -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case ON_ITS_LEFT -> new AffineTransform(0, 1, -1, 0, height, 0);
            case MIRRORED_ON_ITS_RIGHT -> new AffineTransform(0, -1, -1, 0, height, width);
            case ON_ITS_RIGHT -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }

    private static BufferedImage blank(int width, int height, BufferedImage like) {
        return new BufferedImage(
                width,
                height,
                like.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_INT_ARGB
                        : BufferedImage.TYPE_INT_RGB);
    }

    private static byte[] written(BufferedImage small, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(small, format, bytes);
        return bytes.toByteArray();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Picture(Format format, Orientation orientation, byte[] bytes) {}
}
