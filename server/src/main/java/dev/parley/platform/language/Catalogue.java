package dev.parley.platform.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Every text of every module in every language: all files `texts/<module>.properties` and
/// `texts/<module>_zh_TW.properties` on the class path.
final class Catalogue {
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    Catalogue() {
        try {
            var files = new PathMatchingResourcePatternResolver();
            for (var file : files.getResources("classpath*:texts/*.properties")) {
                read(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The texts could not be read", failure);
        }
    }

    /// {@return the text, or the key itself if there is none} A missing text must not break a page;
    /// a test finds it.
    String text(Language language, String key) {
        return texts(language).getOrDefault(key, key);
    }

    Map<String, String> texts(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    private void read(Resource file) throws IOException {
        var name = String.valueOf(file.getFilename());
        var language = name.endsWith("_zh_TW.properties") ? Language.CHINESE : Language.ENGLISH;
        var found = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            found.load(reader);
        }
        var known = texts.computeIfAbsent(language, _ -> new HashMap<>());
        for (var key : found.stringPropertyNames()) {
            if (known.put(key, found.getProperty(key)) != null) {
                throw new IllegalStateException("Text %s is defined in two files".formatted(key));
            }
        }
    }
}
