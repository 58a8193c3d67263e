package dev.parley.messenger.graph;

import dev.parley.platform.image.ImageHeader;
import java.util.Optional;
import org.apache.tika.Tika;

/// Detects from its bytes whether a picture may be shown by a browser, whatever type was declared:
/// it must have a common format, and a size that is safe to decode.
final class PictureType {
    private static final Tika tika = new Tika();

    private PictureType() {}

    static Optional<String> of(byte[] bytes) {
        return ImageHeader.of(bytes, tika.detect(bytes))
                .filter(ImageHeader::isSafe)
                .map(header -> header.format().contentType());
    }
}
