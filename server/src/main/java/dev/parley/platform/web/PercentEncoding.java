package dev.parley.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.web.BadInput.Flaw;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Judges percent-encoded text as it came over the line.
final class PercentEncoding {
    private PercentEncoding() {}

    /// {@return what is wrong with it; null when it is fine}
    static @Nullable Flaw flaw(String raw) {
        var decoded = decoded(raw);
        if (decoded == null) {
            return Flaw.ENCODING;
        }
        return decoded.indexOf('\0') < 0 ? null : Flaw.NUL;
    }

    /// {@return the text; null where it is not UTF-8, or no text at all}
    static @Nullable String decoded(String raw) {
        if (raw.indexOf('%') < 0 && raw.chars().allMatch(sign -> sign < 0x80)) {
            return raw;
        }
        var bytes = bytes(raw);
        try {
            return bytes == null ? null : UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static @Nullable ByteBuffer bytes(String raw) {
        var bytes = new ByteArrayOutputStream(raw.length());
        for (var place = 0; place < raw.length(); place++) {
            var sign = raw.charAt(place);
            if (sign == '%') {
                if (!isHex(raw, place + 1) || !isHex(raw, place + 2)) {
                    return null;
                }
                bytes.write(HexFormat.fromHexDigits(raw, place + 1, place + 3));
                place += 2;
            } else if (sign == '\uFFFD') {
                // The server's stand-in for bytes that were no text.
                return null;
            } else if (Character.isHighSurrogate(sign) && place + 1 < raw.length()) {
                bytes.writeBytes(raw.substring(place, place + 2).getBytes(UTF_8));
                place++;
            } else {
                bytes.writeBytes(String.valueOf(sign).getBytes(UTF_8));
            }
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private static boolean isHex(String raw, int place) {
        return place < raw.length() && HexFormat.isHexDigit(raw.charAt(place));
    }
}
