package dev.parley.platform.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTests {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
    static final Pattern RECORDED =
            Pattern.compile(
                    "record\\(\\s*[^,;()]+(?:\\(\\))?,\\s*\"([a-zA-Z]+(?:\\.[a-zA-Z]+)+)\"");
    static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z0-9]+)+)\"");

    final Catalogue catalogue = new Catalogue();
    final SortedSet<String> keys = new TreeSet<>(catalogue.texts(Language.ENGLISH).keySet());
    final Set<String> modules =
            keys.stream()
                    .map(key -> key.substring(0, key.indexOf('.')))
                    .collect(Collectors.toSet());

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(catalogue.texts(Language.CHINESE).keySet())
                .containsExactlyInAnyOrderElementsOf(catalogue.texts(Language.ENGLISH).keySet());
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() {
        for (var key : catalogue.texts(Language.ENGLISH).keySet()) {
            assertThat(placeholders(Language.CHINESE, key))
                    .as(key)
                    .isEqualTo(placeholders(Language.ENGLISH, key));
        }
    }

    /// Every string in the form of a key is a key, or the prefix of keys that are completed later.
    @Test
    void everyUsedTextExists() throws IOException {
        var missing = new TreeSet<>(asked());
        missing.removeIf(this::isKnown);

        assertThat(missing).isEmpty();
    }

    /// Otherwise the audit log would show the untranslated word.
    @Test
    void everyAuditedActionHasItsText() throws IOException {
        var recorded = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                RECORDED.matcher(Files.readString(file))
                        .results()
                        .map(found -> "admin.audit.action." + found.group(1))
                        .forEach(recorded::add);
            }
        }

        assertThat(recorded).hasSizeGreaterThan(20);
        assertThat(keys).containsAll(recorded);
    }

    private boolean isKnown(String key) {
        return keys.contains(key) || !keys.subSet(key + ".", key + "/").isEmpty();
    }

    private Set<String> placeholders(Language language, String key) {
        return PLACEHOLDER
                .matcher(catalogue.text(language, key))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private Set<String> asked() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            return files.filter(CatalogueTests::mayAsk)
                    .flatMap(this::keysIn)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean mayAsk(Path file) {
        return file.toString().endsWith(".jte") || file.toString().endsWith(".java");
    }

    private Stream<String> keysIn(Path file) {
        try {
            return KEY.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(this::isOurs);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean isOurs(String key) {
        return modules.contains(key.substring(0, key.indexOf('.')));
    }
}
