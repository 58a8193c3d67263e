package dev.parley.simulator.files;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/// A few stickers: a heart, a star, a smile, a cup of tea.
final class Stickers {
    private static final Color INK = new Color(0x4a2c12);

    private Stickers() {}

    static void draw(Graphics2D pen, int number) {
        var colour = Color.getHSBColor(number * 0.137f % 1, 0.7f, 0.95f);
        pen.setColor(colour);
        switch (number % 4) {
            case 0 -> heart(pen);
            case 1 -> star(pen);
            case 2 -> smile(pen);
            default -> cup(pen);
        }
    }

    private static void heart(Graphics2D pen) {
        var heart = new Path2D.Double();
        heart.moveTo(100, 178);
        heart.curveTo(10, 118, 10, 62, 50, 40);
        heart.curveTo(76, 28, 94, 44, 100, 62);
        heart.curveTo(106, 44, 124, 28, 150, 40);
        heart.curveTo(190, 62, 190, 118, 100, 178);
        pen.fill(heart);
    }

    private static void star(Graphics2D pen) {
        var star = new Path2D.Double();
        for (var point = 0; point < 10; point++) {
            var angle = Math.PI * (point / 5.0 - 0.5);
            var far = point % 2 == 0 ? 88 : 40;
            var x = 100 + far * Math.cos(angle);
            var y = 104 + far * Math.sin(angle);
            if (point == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        pen.fill(star);
    }

    private static void smile(Graphics2D pen) {
        pen.fill(new Ellipse2D.Double(18, 18, 164, 164));
        pen.setColor(INK);
        pen.fill(new Ellipse2D.Double(64, 70, 18, 26));
        pen.fill(new Ellipse2D.Double(118, 70, 18, 26));
        pen.fill(new Arc2D.Double(60, 84, 80, 64, 180, 180, Arc2D.CHORD));
    }

    private static void cup(Graphics2D pen) {
        var colour = pen.getColor();
        pen.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Arc2D.Double(128, 88, 52, 52, -90, 180, Arc2D.OPEN));
        pen.fill(new RoundRectangle2D.Double(34, 78, 112, 92, 56, 56));
        pen.fill(new RoundRectangle2D.Double(34, 78, 112, 40, 12, 12));
        pen.setColor(colour.darker());
        pen.setStroke(new BasicStroke(8, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var x : new int[] {66, 90, 114}) {
            pen.draw(new Arc2D.Double(x - 6, 36, 12, 14, 90, 180, Arc2D.OPEN));
            pen.draw(new Arc2D.Double(x - 6, 50, 12, 14, -90, 180, Arc2D.OPEN));
        }
    }
}
