package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A missing style sheet or script causes no error on the server; only users notice it.
class AssetsTests {
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Path TEMPLATES = Path.of("src/main/jte");

    private static final Pattern LISTED =
            Pattern.compile("(?:\\b(css|js) =|var sheet :) [\\w.]*List\\.of\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern ADDRESSED =
            Pattern.compile("asset\\(\"((?:css|js|img)/[^\"]+\\.\\w+)\"\\)");
    private static final Pattern IMPORTED =
            Pattern.compile("(?:from |^import )\"([^\"]+)\"", Pattern.MULTILINE);

    @Test
    void assetsNamedByTemplatesExist() throws IOException {
        var named = within(TEMPLATES, ".jte").flatMap(AssetsTests::namedBy).toList();
        assertThat(named).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void importedScriptsExist() throws IOException {
        var imported = within(STATIC, ".js").flatMap(AssetsTests::importedBy).toList();
        assertThat(imported).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void everyStyleSheetIsUsed() throws IOException {
        var named = within(TEMPLATES, ".jte").flatMap(AssetsTests::namedBy).toList();
        assertThat(named).containsAll(within(STATIC, ".css").toList());
    }

    /// An imported style sheet is requested only after the importing one has loaded.
    @Test
    void noStyleSheetImportsAnother() throws IOException {
        assertThat(within(STATIC, ".css")).noneMatch(sheet -> read(sheet).contains("@import"));
    }

    private static Stream<Path> namedBy(Path template) {
        var text = read(template);
        var listed =
                LISTED.matcher(text)
                        .results()
                        .flatMap(list ->
                                QUOTED.matcher(list.group(2))
                                        .results()
                                        .map(name -> file(list.group(1), name.group(1))));
        var addressed = ADDRESSED.matcher(text).results().map(file -> file.group(1));
        return Stream.concat(listed, addressed).map(STATIC::resolve);
    }

    private static String file(@Nullable String kind, String name) {
        return kind == null || kind.equals("css") ? "css/" + name + ".css" : "js/" + name + ".js";
    }

    private static Stream<Path> importedBy(Path file) {
        return IMPORTED.matcher(read(file))
                .results()
                .map(name -> file.resolveSibling(name.group(1)));
    }

    private static Stream<Path> within(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
