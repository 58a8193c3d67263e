package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;

/// Views of the list of conversations, saved ones, and bulk actions.
@ExtendWith(TestParleyExtension.class)
class ViewsTests {
    private static final Pattern UNDO = Pattern.compile("data-bulk=\"([^\"]+)\"");

    private final TestParley parley;

    ViewsTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void filtersFindWhoWaitsForAReplyAndWhoseWindowCloses() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada);
        assertThat(list(ann, "view=all&waiting=any")).contains("Ada", "data-test=\"waits\"");
        assertThat(list(ann, "view=all&waiting=1h")).doesNotContain("Ada");
        parley.timePasses(Duration.ofHours(2));
        ada.writes("Hello?");
        ann.sees("Hello?");

        assertThat(list(ann, "view=mine&waiting=1h")).contains("Ada");
        assertThat(list(ann, "view=mine&window=shut")).doesNotContain("Ada");
        ann.replies("It arrives tomorrow.");
        assertThat(list(ann, "view=all&waiting=any")).doesNotContain("Ada");
        assertThat(list(ann, "view=mine")).contains("Ada").doesNotContain("data-test=\"waits\"");
        parley.timePasses(Duration.ofHours(21));
        assertThat(list(ann, "view=all&window=4h&state=active&agent=me&linked=no")).contains("Ada");
        assertThat(list(ann, "view=all&window=1h")).doesNotContain("Ada");
        parley.timePasses(Duration.ofHours(4));
        assertThat(list(ann, "view=all&window=shut&language=unknown&state=active"))
                .contains("Reply window: Closed");
    }

    @Test
    void agentsSeeTheUnassignedOnesOfTheirQueues() {
        var ann = parley.agent("Ann");
        var ben = parley.agent("Ben");
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        ann.setPresence("AWAY");
        ben.setPresence("AWAY");
        var queue = new RoutingSetup(parley).queue("Returns", 50, ben);
        parley.customer("Ada").writes("Hello");
        parley.until("Ada waits", () -> ann.worklist("open").contains("Ada"));
        parley.database()
                .sql("update work_item set queue_id = :queue")
                .param("queue", queue.value())
                .update();

        assertThat(ann.worklist("open")).doesNotContain("Ada");
        assertThat(ann.worklist("all")).contains("Ada");
        assertThat(ben.worklist("open")).contains("Ada");
        assertThat(sue.worklist("open")).contains("Ada");
        assertThat(list(ann, "view=all&queue=" + queue.value())).contains("Ada", "Returns");
    }

    @Test
    void aFilterThatCannotBeShownSaysWhy() {
        var ann = parley.agent("Ann");

        assertThat(list(ann, "view=nothing")).contains("There is no view with this name");
        assertThat(list(ann, "view=all&state=broken")).contains("unknown value: State");
        assertThat(list(ann, "view=all&queue=" + UUID.randomUUID()))
                .contains("no longer exists: Queue");
        assertThat(list(ann, "view=" + UUID.randomUUID())).contains("This view was deleted");
        assertThat(ann.get("/desk?view=all&endpoint=" + "x".repeat(400)).body())
                .contains("unknown value: Channel");
    }

    @Test
    void savedViewsAreChangedByThoseWhoMay() {
        var ann = parley.agent("Ann");
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        var filters = "view=all&waiting=any";
        var own = saves(ann, "Mine and waiting", filters, false, 200);
        saves(ann, "mine AND waiting", filters, false, 422);
        saves(ann, " ", filters, false, 422);
        saves(ann, "x".repeat(61), filters, false, 422);
        saves(ann, "For all", filters, true, 404);
        saves(ann, "Broken", "view=all&state=x", false, 422);
        var shared = saves(sue, "Everybody", filters, true, 200);

        assertThat(ann.get("/desk?view=" + shared).body())
                .contains("Everybody", "Mine and waiting");
        assertThat(sue.get("/desk").body()).doesNotContain("Mine and waiting");
        assertThat(list(sue, "view=" + own)).contains("This view was deleted");
        assertThat(renames(ann, shared, 1, "Not mine")).isEqualTo(404);
        assertThat(renames(sue, shared, 1, "All of us")).isEqualTo(200);
        var late = sue.post("/desk/views/" + shared, Map.of("revision", "1", "name", "Late"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("All of us");

        var audit = parley.desk("Alexandra", Role.ADMINISTRATOR).get("/admin/audit").body();
        assertThat(audit).contains("Shared view created", "Shared view changed", "All of us");
        assertThat(audit).doesNotContain("Mine and waiting");
    }

    @Test
    void theOrderOfEachViewIsRemembered() {
        var ann = parley.agent("Ann");

        ann.post("/desk/worklist?view=all&sort=waiting", Map.of());

        assertThat(ann.worklist("all")).contains("data-sort=\"waiting\"");
        assertThat(ann.worklist("mine")).contains("data-sort=\"newest\"");
    }

    @Test
    void manyAreAssignedSnoozedAndClosedAtOnceAndUndone() {
        var ann = parley.agent("Ann");
        var ben = parley.agent("Ben");
        ann.setPresence("AWAY");
        ben.setPresence("AWAY");
        for (var name : new String[] {"Ada", "Bob", "Cleo"}) {
            parley.customer(name).writes("Hello");
        }
        parley.until("they wait", () -> ann.worklist("open").contains("Cleo"));
        ben.opens(idOf("Hello"));
        ben.does("assign-to-me");

        var all = Map.of("action", "assign", "agent", "me", "all", "true", "list", "view=all");
        var taken = ann.post("/desk/bulk", all).body();
        assertThat(taken).contains("Assigned to you: 2").doesNotContain("someone else");
        assertThat(states()).isEqualTo("ACTIVE ACTIVE ACTIVE");
        assertThat(undo(ann, taken)).contains("Undone: 2");
        assertThat(undo(ann, taken)).contains("can no longer be undone");
        assertThat(states()).isEqualTo("ACTIVE OPEN OPEN");
        assertThat(parley.count("select count(*) from work_item")).isEqualTo(2);
        ann.post("/desk/bulk", all);

        var mine = Map.of("all", "true", "list", "view=mine");
        var snoozed = ann.post("/desk/bulk", with(mine, "snooze", "TOMORROW")).body();
        assertThat(snoozed).contains("Snoozed: 2");
        assertThat(ann.worklist("snoozed")).contains("Cleo");
        assertThat(undo(ann, snoozed)).contains("Undone: 2");
        assertThat(ann.worklist("snoozed")).doesNotContain("Cleo");
        var closed = ann.post("/desk/bulk", with(mine, "close", "")).body();
        assertThat(closed).contains("Closing: 2");
        assertThat(undo(ann, closed)).contains("Undone: 2");
        assertThat(states()).isEqualTo("ACTIVE ACTIVE ACTIVE");
        var again = ann.post("/desk/bulk", with(mine, "close", "")).body();
        parley.timePasses(Duration.ofSeconds(11));
        parley.until("they are closed", () -> states().equals("ACTIVE CLOSED CLOSED"));
        assertThat(undo(ann, again)).contains("can no longer be undone");
        assertThat(list(ann, "view=closed&sort=oldest")).contains("Cleo");
    }

    @Test
    void anAssignmentIsNotUndoneAfterAReply() {
        var ann = parley.agent("Ann");
        ann.setPresence("AWAY");
        parley.customer("Ada").writes("Hello");
        parley.until("she waits", () -> ann.worklist("open").contains("Ada"));
        ann.opens(idOf("Hello"));
        var all = Map.of("action", "assign", "agent", "me", "all", "true", "list", "view=all");
        var taken = ann.post("/desk/bulk", all).body();
        ann.replies("Hello Ada, one moment");

        assertThat(undo(ann, taken)).contains("Undone: 0");
        assertThat(states()).isEqualTo("ACTIVE");
    }

    @Test
    void aSnoozeThatTheAgentChangedMeanwhileIsNotUndone() {
        var ann = parley.agent("Ann");
        ann.setPresence("AWAY");
        parley.customer("Ada").writes("Hello");
        parley.until("she waits", () -> ann.worklist("open").contains("Ada"));
        ann.opens(idOf("Hello"));
        ann.does("assign-to-me");
        var mine = Map.of("all", "true", "list", "view=mine");
        var snoozed = ann.post("/desk/bulk", with(mine, "snooze", "TOMORROW")).body();
        ann.act("snooze", Map.of("until", "ONE_HOUR"));

        assertThat(undo(ann, snoozed)).contains("Undone: 0");
        assertThat(ann.worklist("snoozed")).contains("Ada");
    }

    @Test
    void whatSomebodyElseChangesIsUndoneOnceMore() {
        var ann = parley.agent("Ann");
        ann.setPresence("AWAY");
        parley.customer("Ada").writes("Hello");
        parley.until("she waits", () -> ann.worklist("open").contains("Ada"));
        var all = Map.of("action", "assign", "agent", "me", "all", "true", "list", "view=all");
        var taken = ann.post("/desk/bulk", all).body();

        var busy =
                parley.part(TransactionTemplate.class)
                        .execute(_ -> {
                            parley.database()
                                    .sql("select 1 from conversation for update")
                                    .query()
                                    .listOfRows();
                            return undo(ann, taken);
                        });
        assertThat(busy).contains("Undone: 0");
        assertThat(undo(ann, String.valueOf(busy))).contains("Undone: 1");
        assertThat(states()).isEqualTo("OPEN");
    }

    @Test
    void whatMayNotBeMovedIsLeftAndSaid() {
        var ann = parley.agent("Ann");
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        var id = ann.conversation();

        assertThat(sue.post("/desk/bulk", Map.of("action", "close", "id", id)).statusCode())
                .isEqualTo(403);
        var ben = parley.agent("Ben");
        assertThat(ben.post("/desk/bulk", Map.of("action", "close", "id", id)).body())
                .contains("Not found: 1");
        var annId = parley.database().sql("select agent_id from conversation").query(UUID.class);
        var given = Map.of("action", "assign", "agent", annId.single().toString(), "id", id);
        assertThat(sue.post("/desk/bulk", given).body()).contains("Already done: 1");
        assertThat(sue.post("/desk/bulk", Map.of("action", "assign", "agent", "me", "id", id)))
                .matches(answer -> answer.statusCode() == 403);
        assertThat(ann.post("/desk/bulk", Map.of("action", "close")).statusCode()).isEqualTo(422);
    }

    private static Map<String, String> with(Map<String, String> form, String action, String until) {
        var all = new HashMap<>(form);
        all.put("action", action);
        all.put("until", until);
        return all;
    }

    private static String undo(Desk desk, String done) {
        var found = UNDO.matcher(done);
        assertThat(found.find()).as(done).isTrue();
        return desk.post("/desk/bulk/%s/undo".formatted(found.group(1)), Map.of()).body();
    }

    private static String list(Desk desk, String query) {
        return desk.get("/desk/worklist?" + query).body();
    }

    private static String saves(
            Desk desk, String name, String filters, boolean shared, int expected) {
        var form = Map.of("name", name, "list", filters, "shared", String.valueOf(shared));
        var answer = desk.post("/desk/views", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return answer.body();
    }

    private static int renames(Desk desk, String id, int revision, String name) {
        var form = Map.of("revision", String.valueOf(revision), "name", name);
        return desk.post("/desk/views/" + id, form).statusCode();
    }

    private String idOf(String text) {
        return parley.database()
                .sql(
                        "select conversation_id from message where text = :text order by sent_at limit 1")
                .param("text", text)
                .query(UUID.class)
                .single()
                .toString();
    }

    private String states() {
        return parley.database()
                .sql("select string_agg(state, ' ' order by state) from conversation")
                .query(String.class)
                .single();
    }
}
