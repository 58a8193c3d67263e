package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A missing style sheet or script causes no error on the server; only users notice it.
class AssetsTests {
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Path TEMPLATES = Path.of("src/main/jte");

    private static final Pattern LISTED =
            Pattern.compile("\\b(css|js) = [\\w.]*List\\.of\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern ADDRESSED =
            Pattern.compile("asset\\(\"((?:css|js|img)/[^\"]+\\.\\w+)\"\\)");
    private static final Pattern IMPORTED =
            Pattern.compile("(?:@import url\\(|from |^import )\"([^\"]+)\"", Pattern.MULTILINE);

    @Test
    void assetsNamedByTemplatesExist() throws IOException {
        var named = within(TEMPLATES, ".jte").flatMap(AssetsTests::namedBy).toList();
        assertThat(named).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void importedAssetsExist() throws IOException {
        var imported =
                Stream.concat(within(STATIC, ".css"), within(STATIC, ".js"))
                        .flatMap(AssetsTests::importedBy)
                        .toList();
        assertThat(imported).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void everyStyleSheetIsUsed() throws IOException {
        var used =
                Stream.concat(
                                within(TEMPLATES, ".jte").flatMap(AssetsTests::namedBy),
                                within(STATIC, ".css").flatMap(AssetsTests::importedBy))
                        .map(Path::normalize)
                        .toList();
        assertThat(used).containsAll(within(STATIC, ".css").toList());
    }

    private static Stream<Path> namedBy(Path template) {
        var text = read(template);
        var listed =
                LISTED.matcher(text)
                        .results()
                        .flatMap(list ->
                                QUOTED.matcher(list.group(2))
                                        .results()
                                        .map(name ->
                                                "%1$s/%2$s.%1$s"
                                                        .formatted(list.group(1), name.group(1))));
        var addressed = ADDRESSED.matcher(text).results().map(file -> file.group(1));
        return Stream.concat(listed, addressed).map(STATIC::resolve);
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
