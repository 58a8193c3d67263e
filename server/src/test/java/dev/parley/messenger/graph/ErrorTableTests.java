package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.messenger.graph.ErrorTable.ErrorClass;
import dev.parley.messenger.graph.ErrorTable.Row;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class ErrorTableTests {
    private static final Path SHOWN = Path.of("..", "docs", "facebook-errors.md");

    private static final String FOR_AGENTS = "facebook.error.agent.";
    private static final String FOR_ADMINS = "facebook.error.admin.";

    /// For causes that all channels share.
    private static final String OF_DESK = "desk.cause.";

    private final ErrorTable table = new ErrorTable();
    private final Properties english = words("");
    private final Properties chinese = words("_zh_TW");

    /// Every error that Meta documents. A code without subcode stands for any subcode.
    @ParameterizedTest
    @CsvSource({
        "TRANSIENT, 1 1/99 1200 2 2018321 100/2018008 100/2018074 100/2018294",
        "UNKNOWN, 1/1357046",
        "LIMIT, 4 17 32 613 80001 80002 80006 4/2018022 613/2018338 613/2534040 613/1996",
        "LIMIT, 10/1893063 341 368 368/1390008",
        "SETUP, 2/2018344 3 10 2018171 2018234 10/2534077 100/2534013 36103 100/2018164",
        "SETUP, 100/2018276 200 230 299 200/2018028 200/2018027 200/2018021",
        "WINDOW, 10/2018278 10/2534022 10/2018065 10/2018300 2018300 100/2534037 10/2018336 2022",
        "RECIPIENT, 10/2018108 100/2018001 100/2534014 200/1545041 551 551/1545041",
        "AUTHORISATION, 102 190 190/458 190/459 190/460 190/461 190/463 190/464 190/467 190/492",
        "AUTHORISATION, 100/2534029 200/2534041 104 2500",
        "PERMANENT, 1/2018382 4/2018354 9/2018352 613/1893016 10/1404170 10/1893015 10303 10900",
        "PERMANENT, 100 100/33 100/1893061 100/2018014 100/2018032 100/2018034 100/2018047",
        "PERMANENT, 100/2018109 36000 546 100/2018320 100/2018328 100/2534015",
        "PERMANENT, 100/2534025 506 2018144 2018173 2018175 2018182 2018185 2018188 9000001",
        "PERMANENT, 24001 24002 24005 2018154 2018163 2018166 2071010 2071025 2018389 2018396",
        "NONE, 100/2018048 100/2018218 100/2018247 2018218 2018247",
    })
    void everyKnownErrorHasItsClass(ErrorClass errorClass, String errors) {
        for (var error : errors.split(" ", -1)) {
            assertThat(row(error).errorClass()).as(error).isEqualTo(errorClass);
        }
    }

    @Test
    void unknownErrorsAreNotRetried() {
        assertThat(row("77777").errorClass()).isEqualTo(ErrorClass.PERMANENT);
        assertThat(row("190/77777").cause()).isEqualTo("token");
    }

    @Test
    void temporaryErrorsAreRetriedAndThenGetAnotherCause() {
        assertThat(row("1").finalCause()).isEqualTo("setup");
        assertThat(row("2").finalCause()).isEqualTo("unreachable");
        assertThat(row("100/2018008").tries()).isEqualTo(2);
        assertThat(row("100/2018074").finalCause()).isEqualTo("fileGone");
        assertThat(table.all())
                .filteredOn(row -> row.errorClass() == ErrorClass.TRANSIENT)
                .allMatch(row -> row.tries() > 1);
    }

    @Test
    void aRestrictedPagePausesForHoursAndALimitedOneForSeconds() {
        assertThat(List.of("368", "341", "10/1893063"))
                .allMatch(error -> Duration.ofHours(1).equals(row(error).pause()));
        assertThat(row("613").pause()).isLessThan(Duration.ofMinutes(1));
        assertThat(table.all())
                .filteredOn(row -> row.errorClass() == ErrorClass.LIMIT)
                .allMatch(row -> row.pause() != null);
    }

    @Test
    void everyCauseHasTextsInBothLanguages() {
        for (var row : table.all()) {
            for (var cause : List.of(row.cause(), row.finalCause())) {
                for (var words : List.of(english, chinese)) {
                    assertThat(forAgents(words, cause)).as(cause).isNotBlank();
                    assertThat(words.getProperty(FOR_ADMINS + cause)).as(cause).isNotBlank();
                }
            }
        }
    }

    /// The expected page is written to target; copy it over the page when the table has changed.
    @Test
    void theDocumentedTableIsUpToDate() throws IOException {
        var made = Files.writeString(Path.of("target", "facebook-errors.md"), page());

        assertThat(SHOWN).as("copy %s over it", made).hasSameTextualContentAs(made);
    }

    private Row row(String error) {
        var parts = error.split("/", -1);
        var subcode = parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
        return table.of(new GraphError(Integer.parseInt(parts[0]), subcode, ""));
    }

    private String page() {
        return """
        # Errors of Messenger

        What each error of the Send API means to Parley, and what people read about it. The table is
        `graph-errors.tsv`, the words are in `texts/facebook-errors.properties` (those that all
        channels share in `texts/desk.properties`); this page is made of them. Meta's own words are
        shown as detail and decide nothing.

        ## Errors

        | code | subcode | class | cause | after so many tries | first pause |
        |---|---|---|---|---|---|
        %s

        ## Words

        | cause | agents read | 專員看到 | administrators read | 系統管理員看到 |
        |---|---|---|---|---|
        %s
        """
                .formatted(rowsShown(), wordsShown());
    }

    private String rowsShown() {
        return table.all().stream()
                .sorted(comparingInt(ErrorTableTests::code).thenComparing(Row::key))
                .map(row ->
                        "| %d | %s | %s | %s | %s | %s |"
                                .formatted(
                                        code(row),
                                        row.key().split("/", 2)[1].replace("*", "any"),
                                        row.errorClass().name().toLowerCase(java.util.Locale.ROOT),
                                        row.cause(),
                                        row.tries() == 0
                                                ? ""
                                                : "%d: %s".formatted(row.tries(), row.finalCause()),
                                        row.pause() == null ? "" : row.pause().toSeconds() + " s"))
                .collect(Collectors.joining("\n"));
    }

    private String wordsShown() {
        return english.stringPropertyNames().stream()
                .filter(key -> key.startsWith(FOR_AGENTS) || key.startsWith(FOR_ADMINS))
                .map(key -> key.substring(key.lastIndexOf('.') + 1))
                .distinct()
                .filter(cause -> !forAgents(english, cause).isEmpty())
                .sorted(comparing(cause -> cause))
                .map(cause ->
                        "| %s | %s | %s | %s | %s |"
                                .formatted(
                                        cause,
                                        forAgents(english, cause),
                                        forAgents(chinese, cause),
                                        english.getProperty(FOR_ADMINS + cause, ""),
                                        chinese.getProperty(FOR_ADMINS + cause, "")))
                .collect(Collectors.joining("\n"));
    }

    private static int code(Row row) {
        return Integer.parseInt(row.key().split("/", 2)[0]);
    }

    private static String forAgents(Properties words, String cause) {
        return words.getProperty(FOR_AGENTS + cause, words.getProperty(OF_DESK + cause, ""));
    }

    private static Properties words(String language) {
        var words = new Properties();
        for (var file : List.of("facebook-errors", "desk")) {
            var name = "texts/%s%s.properties".formatted(file, language);
            try (var reader =
                    new InputStreamReader(new ClassPathResource(name).getInputStream(), UTF_8)) {
                words.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return words;
    }
}
