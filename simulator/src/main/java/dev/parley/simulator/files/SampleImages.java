package dev.parley.simulator.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/// Draws images from an id, always the same, and without fonts: a machine may have none.
final class SampleImages {
    private static final int SIZE = 200;

    private SampleImages() {}

    /// A head and shoulders on a coloured background.
    static byte[] person(String id) {
        var number = number(id);
        return draw(pen -> portrait(pen, number));
    }

    /// A flower whose number of petals is derived from the id.
    static byte[] page(String id) {
        var number = number(id);
        return draw(pen -> flower(pen, number));
    }

    /// A shape and a colour derived from the id.
    static byte[] sticker(String id) {
        var number = number(id);
        return draw(pen -> Stickers.draw(pen, number));
    }

    private static void portrait(Graphics2D pen, int number) {
        fill(pen, hue(number, 0.35f, 0.95f), 0, 0, SIZE, SIZE);
        fill(pen, hue(number + 5, 0.6f, 0.55f), 30, 130, 140, 140);
        fill(pen, hair(number), 60, 32, 80, 90);
        fill(pen, skin(number), 66, 48, 68, 82);
    }

    private static void flower(Graphics2D pen, int number) {
        fill(pen, hue(number, 0.25f, 1f), 0, 0, SIZE, SIZE);
        var petals = 5 + number % 4;
        for (var petal = 0; petal < petals; petal++) {
            var angle = 2 * Math.PI * petal / petals;
            fill(
                    pen,
                    hue(number + 3, 0.7f, 0.9f),
                    72 + 42 * Math.cos(angle),
                    72 + 42 * Math.sin(angle),
                    56,
                    56);
        }
        fill(pen, Color.WHITE, 74, 74, 52, 52);
    }

    private static void fill(
            Graphics2D pen, Color color, double x, double y, double width, double height) {
        pen.setColor(color);
        pen.fill(new Ellipse2D.Double(x, y, width, height));
    }

    private static Color hue(int number, float saturation, float brightness) {
        return Color.getHSBColor(number * 0.137f % 1, saturation, brightness);
    }

    private static Color hair(int number) {
        var colours = new int[] {0x2b2118, 0x5a3825, 0x8d6a3f, 0x1c1c22, 0x7a2e1d};
        return new Color(colours[number % colours.length]);
    }

    private static Color skin(int number) {
        var colours = new int[] {0xf6d7bd, 0xe8b894, 0xc68a5f, 0x9c6644};
        return new Color(colours[number % colours.length]);
    }

    private static int number(String id) {
        return Math.floorMod(id.hashCode(), 9973);
    }

    private static byte[] draw(Consumer<Graphics2D> picture) {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        picture.accept(pen);
        pen.dispose();
        return png(image);
    }

    private static byte[] png(BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
