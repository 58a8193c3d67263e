package dev.parley.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engagement.CannedAnswerFile.Contents;
import dev.parley.engagement.CannedAnswerFile.Row;
import dev.parley.identity.UserId;
import dev.parley.workstream.WorkstreamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CannedAnswerFileTests {
    private static final WorkstreamId TEA = new WorkstreamId(new UUID(0, 1));

    @Test
    void whatIsWrittenIsReadAgain() {
        var text = "Hi \"there\",\n=1+1; 您好";
        var file = written("Greeting", text, List.of("hello", "早安"), true);

        assertThat(CannedAnswerFile.read(file))
                .isEqualTo(
                        new Contents.Rows(
                                List.of(
                                        new Row(
                                                2,
                                                "Greeting",
                                                "en",
                                                text,
                                                "hello 早安",
                                                List.of("Tea & cake")))));
    }

    @Test
    void aSpreadsheetProgramFindsNoFormula() {
        var file = written("=HYPERLINK(\"http://x\")", "+1 @home", List.of("-2"), false);

        assertThat(file).contains("\"'=HYPERLINK", "'+1 @home", "'-2").doesNotContain("\n=");
        assertThat(CannedAnswerFile.read(file))
                .isInstanceOfSatisfying(
                        Contents.Rows.class,
                        contents ->
                                assertThat(contents.rows().getFirst().title())
                                        .isEqualTo("=HYPERLINK(\"http://x\")"));
    }

    @Test
    void otherProgramsSeparateColumnsByOtherSigns() {
        var expected = new Row(2, "Bye", "en", "Good bye, and thanks", "", List.of());

        assertThat(CannedAnswerFile.read("Text;Title;Language\r\nGood bye, and thanks;Bye;en\r\n"))
                .isEqualTo(new Contents.Rows(List.of(expected)));
        assertThat(CannedAnswerFile.read("title\tlanguage\ttext\nBye\ten\tGood bye, and thanks"))
                .isEqualTo(new Contents.Rows(List.of(expected)));
    }

    @Test
    void anotherFileIsRefusedWithTheReason() {
        assertThat(CannedAnswerFile.read("")).isEqualTo(new Contents.NoRows());
        assertThat(CannedAnswerFile.read("title,language,text\n,,\n"))
                .isEqualTo(new Contents.NoRows());
        assertThat(CannedAnswerFile.read("title,text\nBye,Good bye"))
                .isEqualTo(new Contents.MissingColumn("language"));
        assertThat(CannedAnswerFile.read("title,language,txt\nBye,en,Good bye"))
                .isEqualTo(new Contents.UnknownColumn("txt"));
        assertThat(CannedAnswerFile.read("title,language,text\n" + "a,en,b\n".repeat(1_001)))
                .isEqualTo(new Contents.TooManyRows());
    }

    private static String written(
            String title, String text, List<String> tags, boolean restricted) {
        var content =
                new CannedAnswerDraft(
                        title, "en", text, tags, restricted, restricted ? Set.of(TEA) : Set.of());
        var by = new UserId(new UUID(0, 2));
        var answer =
                new CannedAnswer(
                        new CannedAnswerId(new UUID(0, 3)),
                        Library.SHARED,
                        content,
                        Instant.EPOCH,
                        by,
                        Instant.EPOCH,
                        by,
                        1);
        return CannedAnswerFile.written(List.of(answer), Map.of(TEA, "Tea & cake"));
    }
}
