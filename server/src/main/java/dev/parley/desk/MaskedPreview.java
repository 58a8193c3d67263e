package dev.parley.desk;

import dev.parley.conversation.Message.Author;
import dev.parley.platform.StorableText;
import dev.parley.privacy.MaskingDirection;
import dev.parley.privacy.Masks;

/// A preview as it is shown. A stored one may be cut in the middle of what is masked, where no rule
/// finds it: so the end of a cut one is left out.
final class MaskedPreview {
    private static final String CUT = "…";
    private static final int SHOWN = 80;

    private MaskedPreview() {}

    static String of(Masks masks, String preview, Author author) {
        var direction = MaskingDirection.of(author);
        if (masks.isEmpty(direction)) {
            return preview;
        }
        var masked = masks.text(preview, direction);
        return masked.endsWith(CUT) && masked.length() > SHOWN ? withoutEnd(masked) : masked;
    }

    /// If no space follows, the last word may be what was cut.
    private static String withoutEnd(String masked) {
        var word = masked.lastIndexOf(' ');
        var end = word >= SHOWN / 2 && word < SHOWN ? word : SHOWN;
        return StorableText.shortened(masked, end).strip() + CUT;
    }
}
