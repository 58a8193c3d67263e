package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.Statements;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An open page of the desk asks what has changed, and gets only that.
@ExtendWith(TestParleyExtension.class)
class ChangesTests {
    private static final Logger log = LoggerFactory.getLogger(ChangesTests.class);

    /// Without those for the session: some of the request before may come late.
    private static final int BUDGET = 31;

    private static final List<String> PARTS =
            List.of(
                    "head",
                    "timeline",
                    "control",
                    "composer-state",
                    "customer",
                    "worklist",
                    "rail");
    private static final Pattern ROW = Pattern.compile("data-revision=\"([^\"]+)\"");

    private final TestParley parley;

    ChangesTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void aPageThatShowsEverythingGetsNothing() {
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada).sees("Is my parcel lost?");

        assertThat(changes(ann, shown(ann)).strip()).isEqualTo("<p id=\"refusal\" hidden></p>");
    }

    @Test
    void aMessageBringsItsEntryAndNoOther() {
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada).sees("Is my parcel lost?");
        var shown = shown(ann);
        ada.writes("It is a red one");
        ann.sees("It is a red one");

        var changes = changes(ann, shown);

        assertThat(changes).contains("It is a red one", "id=\"worklist\"");
        assertThat(changes)
                .doesNotContain(
                        "Is my parcel lost?", "id=\"head\"", "id=\"customer\"", "id=\"rail\"");
        shown.put("reading", "true");
        assertThat(changes(ann, shown)).contains("id=\"rail\"", "data-unread=\"0\"");
    }

    @Test
    void whatIsGoneIsNamed() {
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada).sees("Is my parcel lost?");
        var shown = shown(ann);
        shown.merge("entries", "AAAAAAAA", String::concat);
        shown.put("timeline", "");

        assertThat(changes(ann, shown)).contains("data-removed=\"AAAAAAAA\"");
    }

    @Test
    void moreVersionsThanAThreadHasRowsBringTheWholeThread() {
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada).sees("Is my parcel lost?");
        var shown = shown(ann);
        shown.put("timeline", "");
        shown.put("entries", "AAAAAAAA".repeat(5_001));

        assertThat(changes(ann, shown))
                .contains("Is my parcel lost?")
                .doesNotContain("data-removed", "AAAAAAAA");
        shown.put("entries", "AAAAAAAAA");
        assertThat(changes(ann, shown)).doesNotContain("data-removed");
    }

    @Test
    void aConversationThatIsTakenBringsTheReasonAndTheList() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var ben = parley.agent("Ben");
        parley.until("it waits", () -> ben.worklist("open").contains("Ada"));
        ben.opens(id());
        var shown = shown(ben);
        assertThat(shown).containsKey("timeline");
        var ann = parley.agent("Ann");
        ann.opens(id());
        ann.does("assign-to-me");

        var changes = changes(ben, shown);

        assertThat(changes).contains("Ann has already taken it", "id=\"rail\"");
        assertThat(changes).doesNotContain("id=\"timeline\"", "id=\"head\"", "Hello");
    }

    @Test
    void onlyItsAgentMarksAConversationAsRead() {
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada).sees("Is my parcel lost?");
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        sue.opens(ann.conversation());

        changes(sue, Map.of("conversation", id(), "timeline", "", "reading", "true"));
        assertThat(parley.count("select count(*) from conversation where unread > 0")).isOne();
        changes(ann, Map.of("conversation", id(), "timeline", "", "reading", "true"));
        assertThat(parley.count("select count(*) from conversation where unread > 0")).isZero();
    }

    @Test
    void whatIsNotValidCountsAsMissing() {
        var ann = parley.agent("Ann");
        var answer =
                ann.post(
                        "/desk/changes",
                        Map.of(
                                "conversation",
                                "x",
                                "size",
                                "y",
                                "pageKey",
                                "z",
                                "rail",
                                "",
                                "from",
                                "_"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("id=\"rail\"");
    }

    @Test
    void aPageAsksWithFewStatements() {
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada).sees("Is my parcel lost?");
        var shown = shown(ann);
        shown.put("reading", "true");
        ada.writes("It is a red one");
        ann.sees("It is a red one");

        var executed =
                parley.part(Statements.class).during(() -> changes(ann, shown)).stream()
                        .filter(sql -> !sql.contains("SPRING_SESSION"))
                        .toList();

        log.info("{} statements for one request of a page", executed.size());
        executed.forEach(sql -> log.info("{}", sql.lines().findFirst().orElse("")));
        assertThat(executed).isNotEmpty().hasSizeLessThanOrEqualTo(BUDGET);
    }

    private static String changes(Desk desk, Map<String, String> shown) {
        return desk.post("/desk/changes", shown).body();
    }

    /// What this desk's page tells after it was loaded.
    private static Map<String, String> shown(Desk desk) {
        var page = desk.get("/desk/conversations/" + desk.conversation()).body();
        var shown = new HashMap<String, String>();
        shown.put("conversation", desk.conversation());
        shown.put("show", "mine");
        shown.put("from", attribute(page, "timeline", "from"));
        for (var part : PARTS) {
            shown.put(part, attribute(page, part, "version"));
        }
        var entries = new StringBuilder();
        ROW.matcher(page).results().forEach(row -> entries.append(row.group(1)));
        shown.put("entries", entries.toString());
        return shown;
    }

    private static String attribute(String page, String part, String name) {
        var tag = "id=\"%s\"[^>]*?data-%s=\"([^\"]+)\"".formatted(part, name);
        var found = Pattern.compile(tag, Pattern.DOTALL).matcher(page);
        assertThat(found.find()).as(part).isTrue();
        return found.group(1);
    }

    private String id() {
        return parley.database()
                .sql("select id::text from conversation")
                .query(String.class)
                .single();
    }
}
