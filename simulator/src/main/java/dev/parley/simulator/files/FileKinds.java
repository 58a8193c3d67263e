package dev.parley.simulator.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Determines the kinds that a file can have by its first bytes. Images are not decoded.
final class FileKinds {
    static final Set<String> MEDIA = Set.of("image", "video", "audio");

    private static final int HEAD = 16;
    private static final Map<Pattern, Set<String>> BEGINNINGS = new LinkedHashMap<>();

    static {
        put("\\x89PNG|\\xff\\xd8\\xff|GIF8|RIFF....WEBP|BM....\\x00\\x00", "image");
        put("....ftyp(?:heic|heix|mif1|msf1|avif)", "image");
        put("....ftyp|OggS|\\x1a\\x45\\xdf\\xa3", "video", "audio");
        put("ID3|\\xff[\\xe2-\\xff]|fLaC|#!AMR|RIFF....WAVE", "audio");
        put("RIFF....AVI |\\x00\\x00\\x01[\\xb0-\\xbf]|FLV", "video");
        put("%PDF|PK\\x03\\x04|\\x7fELF|MZ", "file");
    }

    private FileKinds() {}

    private static void put(String beginning, String... kinds) {
        BEGINNINGS.put(Pattern.compile("(?s)(?:" + beginning + ").*"), Set.of(kinds));
    }

    /// {@return all kinds of media if the first bytes are unknown}
    static Set<String> of(Path file) {
        var head = head(file);
        return BEGINNINGS.entrySet().stream()
                .filter(one -> one.getKey().matcher(head).matches())
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(MEDIA);
    }

    private static String head(Path file) {
        try (var content = Files.newInputStream(file)) {
            return new String(content.readNBytes(HEAD), ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
