package dev.parley.platform.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /// The prefixes of the keys of a file, unless the only one is the name of the file.
    static final Map<String, List<String>> PREFIXES =
            Map.of(
                    "facebook-errors", List.of("facebook.error."),
                    // The audit log shows what a module records with texts of that module.
                    "facebook", List.of("facebook.", "admin.audit."),
                    "engagement", List.of("engagement.", "admin.audit."),
                    "field", List.of("field.", "admin.audit."),
                    "notification", List.of("notification.", "admin.audit."),
                    "timeout", List.of("timeout.", "admin.audit."));

    /// Files of one channel. In all others no text mentions a channel.
    static final Set<String> OF_A_CHANNEL =
            Set.of("facebook", "facebook-errors", "doctor", "guide", "privacy");

    static final Pattern CHANNEL_NAME =
            Pattern.compile("(?i)facebook|messenger|instagram|\\bMeta\\b|粉絲專頁");

    final Catalogue catalogue = new Catalogue();
    final SortedSet<String> keys = new TreeSet<>(catalogue.texts(Language.ENGLISH).keySet());
    final Set<String> modules =
            keys.stream().map(key -> key.split("\\.", -1)[0]).collect(Collectors.toSet());

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

    @Test
    void everyTextIsInTheFileOfItsScreen() throws IOException {
        for (var file : files()) {
            var prefixes = PREFIXES.getOrDefault(file.module(), List.of(file.module()));
            assertThat(file.keys())
                    .as(file.name())
                    .allMatch(key -> prefixes.stream().anyMatch(key::startsWith));
        }
    }

    @Test
    void onlyFilesOfAChannelMentionIt() throws IOException {
        for (var file : files()) {
            assertThat(file.lines())
                    .as(file.name())
                    .noneMatch(line ->
                            !OF_A_CHANNEL.contains(file.module())
                                    && CHANNEL_NAME.matcher(line).find());
        }
    }

    /// Otherwise new keys are added at the end of a file, far from the others of their screen.
    @Test
    void theTextsOfAScreenAreTogether() throws IOException {
        for (var file : files()) {
            var screens = new LinkedHashSet<String>();
            var last = "";
            for (var key : file.keys()) {
                var screen = screenOf(key);
                assertThat(screen.equals(last) || screens.add(screen))
                        .as("%s: %s is not with the others of its screen", file.name(), key)
                        .isTrue();
                last = screen;
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSameOrder() throws IOException {
        var keys = new HashMap<String, List<String>>();
        for (var file : files()) {
            assertThat(file.keys())
                    .as(file.name())
                    .isEqualTo(keys.computeIfAbsent(file.module(), _ -> file.keys()));
        }
    }

    /// A cause and its remedy stand together.
    private static String screenOf(String key) {
        var parts = key.split("\\.", 3);
        return parts.length < 2 ? key : parts[0] + "." + parts[1].replace("fix", "cause");
    }

    private static List<TextFile> files() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/texts"))) {
            var found = new ArrayList<TextFile>();
            for (var file : files.sorted().toList()) {
                found.add(new TextFile(file.getFileName().toString(), Files.readAllLines(file)));
            }
            return found;
        }
    }

    private record TextFile(String name, List<String> lines) {
        String module() {
            return name.replaceAll("(_zh_TW)?\\.properties$", "");
        }

        List<String> keys() {
            return lines.stream()
                    .filter(line -> line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
        }
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
        return modules.contains(key.split("\\.", -1)[0]);
    }
}
