package dev.parley.platform.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTests {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
    static final Pattern ASKED =
            Pattern.compile("\\b(text|count)\\(\\s*\"([a-zA-Z0-9.]+)\"\\s*[,)]");

    final Catalogue catalogue = new Catalogue();

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

    @Test
    void everyTextThatIsAskedForExists() throws IOException {
        var known = catalogue.texts(Language.ENGLISH).keySet();
        var missing = new TreeSet<>(asked());
        missing.removeAll(known);

        assertThat(missing).isEmpty();
    }

    private Set<String> placeholders(Language language, String key) {
        return PLACEHOLDER
                .matcher(catalogue.text(language, key))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static Set<String> asked() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            return files.filter(CatalogueTests::mayAsk)
                    .flatMap(CatalogueTests::keysIn)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean mayAsk(Path file) {
        return file.toString().endsWith(".jte") || file.toString().endsWith(".java");
    }

    /// Keys with a dot only: modules may have shorthands that put their own prefix before.
    private static Stream<String> keysIn(Path file) {
        try {
            return ASKED.matcher(Files.readString(file))
                    .results()
                    .filter(found -> prefixed(found.group(2)))
                    .flatMap(found ->
                            found.group(1).equals("count")
                                    ? Stream.of(found.group(2) + ".one", found.group(2) + ".other")
                                    : Stream.of(found.group(2)));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static boolean prefixed(String key) {
        return Stream.of("common.", "admin.", "account.", "signin.", "error.", "desk.")
                .anyMatch(key::startsWith);
    }
}
