package dev.parley.messenger.graph;

import java.util.Optional;
import org.apache.tika.Tika;

/// Tells a picture that a browser may show from its bytes, whatever it was called on the way.
final class PictureType {
    private static final Tika tika = new Tika();

    private PictureType() {}

    static Optional<String> of(byte[] bytes) {
        return switch (tika.detect(bytes)) {
            case "image/png" -> Optional.of("image/png");
            case "image/jpeg" -> Optional.of("image/jpeg");
            case "image/gif" -> Optional.of("image/gif");
            case "image/webp" -> Optional.of("image/webp");
            default -> Optional.empty();
        };
    }
}
