package dev.parley.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.web.BadInput.Flaw;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Checks percent-encoded text as received.
final class PercentEncoding {
    private PercentEncoding() {}

    /// {@return its flaw; null if it is valid}
    static @Nullable Flaw flaw(String raw) {
        var decoded = decoded(raw);
        if (decoded == null) {
            return Flaw.ENCODING;
        }
        return decoded.indexOf('\0') < 0 ? null : Flaw.NUL;
    }

    /// {@return the decoded text; null if the encoding or the UTF-8 is invalid}
    static @Nullable String decoded(String raw) {
        if (raw.indexOf('%') < 0 && raw.chars().allMatch(character -> character < 0x80)) {
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
        for (var index = 0; index < raw.length(); index++) {
            var character = raw.charAt(index);
            if (character == '%') {
                if (!isHex(raw, index + 1) || !isHex(raw, index + 2)) {
                    return null;
                }
                bytes.write(HexFormat.fromHexDigits(raw, index + 1, index + 3));
                index += 2;
            } else if (character == '\uFFFD') {
                // The server's replacement for bytes that are not text.
                return null;
            } else if (Character.isHighSurrogate(character) && index + 1 < raw.length()) {
                bytes.writeBytes(raw.substring(index, index + 2).getBytes(UTF_8));
                index++;
            } else {
                bytes.writeBytes(String.valueOf(character).getBytes(UTF_8));
            }
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private static boolean isHex(String raw, int index) {
        return index < raw.length() && HexFormat.isHexDigit(raw.charAt(index));
    }
}
