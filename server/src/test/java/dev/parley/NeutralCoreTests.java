package dev.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Code for one channel is in that channel's package, and nowhere else. Names are checked in the
/// classes; texts, SQL, styles, scripts and comments in the source.
class NeutralCoreTests {
    /// All modules but that of the channel, and the demo's, which is one of a channel as well.
    private static final List<String> CORE =
            folders(Path.of("src/main/java/dev/parley")).stream()
                    .filter(module -> !Set.of("messenger", "demo").contains(module))
                    .toList();

    /// Folders that belong to no single module. Images are not included.
    private static final List<String> SHARED =
            List.of(
                    "jte/layout",
                    "resources/static/css",
                    "resources/static/js",
                    "resources/db/migration",
                    "resources/texts");

    private static final String WORDS =
            "facebook|messenger|instagram|(?<!u)psid|\\bmids?\\b|human.?agent|page.?scoped|message.?tag"
                    + "|postback|optin|quick.?repl|standby";

    /// Files of a channel in shared folders: its migration, and the texts of its screens.
    private static final Pattern OWN_FILES =
            Pattern.compile(
                    "V013__messenger\\.sql"
                            + "|(doctor|facebook|facebook-errors|guide|privacy)(_zh_TW)?\\.properties");

    /// Matches `Meta` as a whole word, and `page` as an endpoint only if it has an id or a name, or
    /// is a column. A text's key may end with it.
    private static final Pattern IN_SOURCE =
            Pattern.compile(
                    "(?i:"
                            + WORDS
                            + ")|\\bMeta\\b|\\bpage(Id|Name)\\b|page_id|[a-z](?<!this)\\.page\\b(?![(\"=])");

    /// Without the proxies that a packaging leaves among the classes.
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("$$"))
                    .importPackages(
                            CORE.stream().map(one -> "dev.parley." + one).toArray(String[]::new));

    @Test
    void noClassOfTheCoreIsNamedForAChannel() {
        noClasses().should().haveNameMatching("(?i).*(" + WORDS + ").*").check(CLASSES);
    }

    @Test
    void noMemberOfTheCoreIsNamedForAChannel() {
        noMembers()
                .should()
                .haveNameMatching("(?i).*(" + WORDS + "|pageId|pageName).*")
                .check(CLASSES);
    }

    /// A *thread* is one channel's word for a conversation. Where the core runs threads, it says
    /// so.
    @Test
    void noNameOfTheCoreMeansAConversationByThread() {
        var threads = "(?i).*(?<!virtual)thread(?!local|pool).*";
        var running = new String[] {"..inbox..", "..outbox..", "..background..", "..platform.."};
        noClasses()
                .that()
                .resideOutsideOfPackages(running)
                .should()
                .haveNameMatching(threads)
                .check(CLASSES);
        noMembers()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(running)
                .should()
                .haveNameMatching(threads)
                .check(CLASSES);
        assertThat(
                        Stream.of("jte", "resources/static/css", "resources/static/js")
                                .flatMap(NeutralCoreTests::lines))
                .filteredOn(line -> line.text.toLowerCase(Locale.ROOT).contains("thread"))
                .isEmpty();
    }

    @Test
    void noClassOfTheCoreDependsOnAChannel() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.parley.messenger..")
                .check(CLASSES);
    }

    @Test
    void noLineOfTheCoreMentionsAChannel() {
        var modules =
                CORE.stream()
                        .flatMap(module -> Stream.of("java/dev/parley/" + module, "jte/" + module));
        assertThat(Stream.concat(modules, SHARED.stream()).flatMap(NeutralCoreTests::lines))
                .filteredOn(line -> IN_SOURCE.matcher(line.text).find())
                .isEmpty();
    }

    private static Stream<Line> lines(String folder) {
        return Stream.of(Path.of("src/main", folder))
                .filter(Files::isDirectory)
                .flatMap(NeutralCoreTests::files)
                .filter(file -> !OWN_FILES.matcher(name(file)).matches())
                .flatMap(NeutralCoreTests::linesOf);
    }

    private static List<String> folders(Path parent) {
        try (var found = Files.list(parent)) {
            return found.filter(Files::isDirectory).map(NeutralCoreTests::name).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Stream<Path> files(Path folder) {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Line> linesOf(Path file) {
        try {
            return Files.readAllLines(file).stream().map(text -> new Line(file, text));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Line(Path file, String text) {}
}
