package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the file name that a server sends, also where it deviates from RFC 6266 and 8187: what
/// cannot be read is omitted or left as it is, and is never a reason to reject a file.
final class FileNameHeader {
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([\\w*.-]+)\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^;]*)");

    private FileNameHeader() {}

    /// {@return the name in a `Content-Disposition`, if it has one}
    static Optional<String> inHeader(String header) {
        var parameters = parameters(header);
        return Optional.ofNullable(parameters.get("filename*"))
                .flatMap(FileNameHeader::extended)
                .or(() ->
                        Optional.ofNullable(parameters.get("filename")).map(FileNameHeader::plain))
                .filter(name -> !name.isBlank());
    }

    /// {@return the last part of the path of an address, if it has one}
    static Optional<String> inPath(String rawPath) {
        var last = rawPath.substring(rawPath.lastIndexOf('/') + 1);
        return Optional.of(text(unescaped(last), UTF_8)).filter(name -> !name.isBlank());
    }

    private static Map<String, String> parameters(String header) {
        var found = new LinkedHashMap<String, String>();
        var matcher = PARAMETER.matcher(";" + header);
        while (matcher.find()) {
            found.putIfAbsent(
                    matcher.group(1).toLowerCase(Locale.ROOT), unquoted(matcher.group(2)));
        }
        return found;
    }

    private static String unquoted(String value) {
        var stripped = value.strip();
        if (!stripped.startsWith("\"")) {
            return stripped;
        }
        var end = stripped.length() > 1 && stripped.endsWith("\"") ? 1 : 0;
        return stripped.substring(1, stripped.length() - end).replaceAll("\\\\(.)", "$1");
    }

    /// As `charset'language'escaped`.
    private static Optional<String> extended(String value) {
        var parts = value.split("'", 3);
        if (parts.length < 3) {
            return Optional.of(text(unescaped(value), UTF_8));
        }
        try {
            return Optional.of(text(unescaped(parts[2]), Charset.forName(parts[0].strip())));
        } catch (IllegalArgumentException _) {
            // The charset does not exist: use the plain name, if there is one.
            return Optional.empty();
        }
    }

    /// Headers are read as Latin-1, but servers write UTF-8 into them, or encode words as in mail.
    private static String plain(String value) {
        if (value.startsWith("=?")) {
            try {
                return MimeUtility.decodeWord(value);
            } catch (ParseException | UnsupportedEncodingException _) {
                return value;
            }
        }
        var isLatin1 = value.chars().allMatch(c -> c < 0x100);
        return isLatin1 ? text(value.getBytes(ISO_8859_1), UTF_8) : value;
    }

    /// {@return these bytes decoded with this charset; with Latin-1 if they are not valid in it}
    private static String text(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, ISO_8859_1);
        }
    }

    /// Text that is not an escape is left as it is.
    private static byte[] unescaped(String value) {
        var bytes = new ByteArrayOutputStream();
        for (var at = 0; at < value.length(); at++) {
            var c = value.charAt(at);
            if (c == '%' && WebAddresses.isEscape(value, at)) {
                bytes.write(Integer.parseInt(value, at + 1, at + 3, 16));
                at += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(c < 0x100 ? ISO_8859_1 : UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
