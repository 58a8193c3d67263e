package dev.parley.platform.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Pictures that no camera produces.
@SuppressWarnings("ByteBufferBackingArray") // all of them are allocated here
public final class HostilePictures {
    private HostilePictures() {}

    public static byte[] plain(int width, int height, String format) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, false);
    }

    /// In several passes: an interlaced PNG, a progressive JPEG.
    public static byte[] inPasses(int width, int height, String format) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, true);
    }

    /// Red on the left, blue on the right.
    public static byte[] redAndBlue(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width / 2, height);
        pen.dispose();
        return written(picture, "jpeg", false);
    }

    /// With compressed empty rows: 40,000,000 pixels in a row are 155 KB.
    public static byte[] png(int width, int height, int rowBytes, byte[]... more) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        head.put((byte) 8).put((byte) 6);
        out.writeBytes(chunk("IHDR", head.array()));
        for (var chunk : more) {
            out.writeBytes(chunk);
        }
        out.writeBytes(chunk("IDAT", deflated((long) (rowBytes + 1) * height)));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /// In the form that phones use, with type and size but no image data.
    public static byte[] heic(int width, int height) {
        var brands = "heic\0\0\0\0mif1heic".getBytes(US_ASCII);
        var size = ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array();
        var properties = box("iprp", box("ipco", box("ispe", size)));
        var out = new ByteArrayOutputStream();
        out.writeBytes(box("ftyp", brands));
        out.writeBytes(
                box(
                        "meta",
                        ByteBuffer.allocate(4 + properties.length)
                                .putInt(0)
                                .put(properties)
                                .array()));
        out.writeBytes(box("mdat", new byte[64]));
        return out.toByteArray();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(US_ASCII))
                .put(content)
                .array();
    }

    public static byte[] chunk(String type, byte[] content) {
        var crc = new CRC32();
        crc.update(type.getBytes(US_ASCII));
        crc.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(type.getBytes(US_ASCII))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    /// So many zeros, compressed.
    public static byte[] deflated(long zeros) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            var some = new byte[1 << 16];
            for (var left = zeros; left > 0; left -= some.length) {
                out.write(some, 0, (int) Math.min(left, some.length));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return packed.toByteArray();
    }

    /// With frames of one pixel, on a screen of this size.
    public static byte[] gif(int width, int height, int frames) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("GIF89a".getBytes(US_ASCII));
        out.writeBytes(
                little(7)
                        .putShort((short) width)
                        .putShort((short) height)
                        .put((byte) 0x80)
                        .array());
        out.writeBytes(new byte[] {0, 0, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff});
        var frame = little(15).put((byte) 0x2c).putInt(0).putShort((short) 1).putShort((short) 1);
        frame.put((byte) 0).put((byte) 2).put((byte) 2).put((byte) 0x44).put((byte) 1);
        var bytes = frame.array();
        for (var number = 0; number < frames; number++) {
            out.writeBytes(bytes);
        }
        out.write(0x3b);
        return out.toByteArray();
    }

    public static byte[] webp(int width, int height, int frames) {
        var chunks = new ByteArrayOutputStream();
        var extended = little(18).put("VP8X".getBytes(US_ASCII)).putInt(10).putInt(2);
        chunks.writeBytes(three(three(extended, width - 1), height - 1).array());
        for (var number = 0; number < frames; number++) {
            var frame = little(24).put("ANMF".getBytes(US_ASCII)).putInt(16);
            three(three(three(three(frame, 0), 0), width - 1), height - 1);
            chunks.writeBytes(frame.array());
        }
        return little(12 + chunks.size())
                .put("RIFF".getBytes(US_ASCII))
                .putInt(4 + chunks.size())
                .put("WEBP".getBytes(US_ASCII))
                .put(chunks.toByteArray())
                .array();
    }

    /// With a declared size that differs from the real one.
    public static byte[] jpegOf(int width, int height) {
        var bytes = plain(8, 8, "jpeg");
        for (var at = 2; at < bytes.length; at++) {
            if (bytes[at] == (byte) 0xff && bytes[at + 1] == (byte) 0xc0) {
                ByteBuffer.wrap(bytes)
                        .putShort(at + 5, (short) height)
                        .putShort(at + 7, (short) width);
                return bytes;
            }
        }
        throw new IllegalStateException("There is no frame in it");
    }

    /// Repeats its last scan.
    public static byte[] jpegOfScans(int times) {
        var bytes = inPasses(64, 64, "jpeg");
        var from = bytes.length - 2;
        while (!(bytes[from] == (byte) 0xff && bytes[from + 1] == (byte) 0xda)) {
            from--;
        }
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, bytes.length - 2);
        for (var time = 0; time < times; time++) {
            out.write(bytes, from, bytes.length - 2 - from);
        }
        out.write(bytes, bytes.length - 2, 2);
        return out.toByteArray();
    }

    /// With this EXIF data.
    public static byte[] withExif(byte[] jpeg, byte[] tiff) {
        return ByteBuffer.allocate(jpeg.length + tiff.length + 10)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (tiff.length + 8))
                .put("Exif\0\0".getBytes(US_ASCII))
                .put(tiff)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    public static byte[] heldAs(byte[] jpeg, int orientation) {
        var tiff = ByteBuffer.allocate(26).put("MM\0*".getBytes(US_ASCII)).putInt(8);
        tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation);
        return withExif(jpeg, tiff.array());
    }

    private static byte[] written(BufferedImage picture, String format, boolean inPasses) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            if (inPasses) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer three(ByteBuffer bytes, int value) {
        return bytes.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }
}
