package dev.parley.messenger.graph;

import dev.parley.platform.image.ImageHeader;
import java.util.Optional;
import org.apache.tika.Tika;

/// Tells a picture that a browser may show from its bytes, whatever it was called on the way: one
/// of a usual format, whose size is safe to decode.
final class PictureType {
    private static final Tika tika = new Tika();

    private PictureType() {}

    static Optional<String> of(byte[] bytes) {
        return ImageHeader.of(bytes, tika.detect(bytes))
                .filter(ImageHeader::isSafe)
                .map(header -> header.format().contentType());
    }
}
