package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Relative links of the documents lead to files that exist.
class DocumentLinkTests {
    private static final Path ROOT = Path.of("..");

    /// The target of a link or an image, without its fragment.
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");

    private static final Pattern ABSOLUTE = Pattern.compile("[a-z]+:.*");

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        var links = documents().stream().flatMap(DocumentLinkTests::links).toList();

        assertThat(links).hasSizeGreaterThan(100);
        assertThat(links).filteredOn(link -> !Files.exists(link.resolved())).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (var root = Files.list(ROOT);
                var docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Stream<Link> links(Path document) {
        try {
            return LINK.matcher(Files.readString(document))
                    .results()
                    .map(found -> new Link(document, found.group(1)))
                    .filter(link -> !ABSOLUTE.matcher(link.target).matches());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Link(Path document, String target) {
        Path resolved() {
            return document.resolveSibling(target);
        }
    }
}
