package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestParleyExtension.class)
class TabsTests {
    private static final Pattern TAB =
            Pattern.compile("<li class=\"tab\"[^>]* data-conversation=\"([^\"]+)\"");

    private final TestParley parley;
    private final Desk ann;

    TabsTests(TestParley parley) {
        this.parley = parley;
        ann = parley.agent("Ann");
        ann.setPresence("AWAY");
    }

    @Test
    void openedConversationsAreTabsInTheOrderOfOpeningOnEveryMachine() {
        var all = conversations(3);
        open(ann, all.get(1), all.get(0), all.get(1), all.get(2));

        var elsewhere = parley.agent("Ann");

        assertThat(tabs(elsewhere)).containsExactly(all.get(1), all.get(0), all.get(2));
        assertThat(elsewhere.get("/desk").body())
                .contains("id=\"conversation\" data-conversation=\"" + all.get(2) + "\"");
        assertThat(elsewhere.get("/desk?view=open").body()).doesNotContain("id=\"composer\"");
        assertThat(ann.get("/desk").body()).doesNotContain("id=\"composer\"");
        assertThat(tabs(ann)).hasSize(3);
    }

    @Test
    void theEleventhClosesTheOneThatWasNotUsedForLongestAndHasNoDraft() {
        var all = conversations(12);
        all.subList(0, 10).forEach(id -> open(ann, id));
        types(all.get(0), "It arrives");
        open(ann, all.get(1));

        open(ann, all.get(10), all.get(11));

        assertThat(tabs(ann))
                .containsExactlyElementsOf(
                        List.of(
                                all.get(0),
                                all.get(1),
                                all.get(4),
                                all.get(5),
                                all.get(6),
                                all.get(7),
                                all.get(8),
                                all.get(9),
                                all.get(10),
                                all.get(11)));
    }

    @Test
    void withDraftsInAllTabsTheNextGetsNoneAndTheDeskSaysWhy() {
        var all = conversations(11);
        for (var id : all.subList(0, 10)) {
            open(ann, id);
            types(id, "Later");
        }

        var page = ann.get("/desk/conversations/" + all.get(10)).body();

        assertThat(page).contains("data-test=\"tabs-full\"", "All 10 tabs have drafts");
        assertThat(tabs(ann)).containsExactlyElementsOf(all.subList(0, 10));
        assertThat(ann.get("/desk/conversations/" + all.get(0)).body()).doesNotContain("tabs-full");
    }

    @Test
    void aClosedTabKeepsItsDraftAndCanBeReopened() {
        var all = conversations(2);
        open(ann, all.get(0), all.get(1));
        types(all.get(0), "It arrives");

        assertThat(ann.closesTab(all.get(0)).statusCode()).isEqualTo(204);
        assertThat(ann.closesTab(all.get(0)).statusCode()).isEqualTo(204);
        assertThat(tabs(ann)).containsExactly(all.get(1));
        assertThat(ann.received()).contains("tabs");

        var reopened = ann.post("/desk/tabs/reopen", Map.of());
        assertThat(reopened.body()).isEqualTo(all.get(0));
        assertThat(tabs(ann)).containsExactly(all.get(1), all.get(0));
        assertThat(parley.count("select count(*) from draft")).isOne();
        assertThat(ann.post("/desk/tabs/reopen", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void tabsShowOnlyWhatTheirUserMayRead() {
        var all = conversations(2);
        open(ann, all.get(0), all.get(1));
        var bea = parley.agent("Bea");
        bea.opens(all.get(0));
        bea.does("assign-to-me");

        assertThat(tabs(ann)).containsExactly(all.get(1));
        assertThat(tabs(bea)).isEmpty();
        ann.closesTab(all.get(0));
        assertThat(ann.post("/desk/tabs/reopen", Map.of()).statusCode()).isEqualTo(404);
        assertThat(ann.post("/desk/tabs/" + all.get(0), Map.of()).statusCode()).isEqualTo(404);
    }

    /// Conversations that nobody is assigned to.
    private List<String> conversations(int count) {
        for (var number = 0; number < count; number++) {
            parley.customer("Person " + number).writes("Hello");
        }
        parley.until("all wait", () -> parley.count("select count(*) from conversation") == count);
        return new ArrayList<>(
                parley.database()
                        .sql("select id from conversation order by number")
                        .query((row, _) -> row.getObject("id", UUID.class).toString())
                        .list());
    }

    private static void open(Desk desk, String... conversations) {
        for (var id : conversations) {
            assertThat(desk.get("/desk/conversations/" + id).statusCode()).isEqualTo(200);
        }
    }

    private void types(String conversation, String text) {
        ann.opens(conversation);
        var fields = Map.of("text", text, "revision", UUID.randomUUID().toString());
        assertThat(ann.act("drafts/reply", fields).statusCode()).isEqualTo(204);
    }

    private static List<String> tabs(Desk desk) {
        return TAB.matcher(desk.post("/desk/changes", Map.of("tabs", "")).body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
