package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationTags;
import dev.parley.identity.Role;
import dev.parley.tag.Tag;
import dev.parley.tag.Tags;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;

/// Tags of conversations: added and removed, shown, filtered by, and administered.
@ExtendWith(TestParleyExtension.class)
class TagsTests {
    private static final Pattern UNDO = Pattern.compile("data-bulk=\"([^\"]+)\"");

    private final TestParley parley;
    private final TestCustomer ada;
    private final Desk ann;

    TagsTests(TestParley parley) {
        this.parley = parley;
        ada = parley.customer("Ada");
        ada.writes("I want my money back");
        ann = parley.agent("Ann").accepts(ada);
    }

    @Test
    void anAgentAddsAndRemovesTags() {
        assertThat(ann.region("customer")).contains("No tags");
        assertThat(tag(ann, " Refund ").statusCode()).isEqualTo(204);
        assertThat(tag(ann, "ＲＥＦＵＮＤ").statusCode()).isEqualTo(204);
        tag(ann, "VIP");

        assertThat(ann.region("head")).contains("<bdi>Refund</bdi>", "<bdi>VIP</bdi>");
        assertThat(ann.region("customer")).contains("<bdi>Refund</bdi>");
        assertThat(ann.worklist("mine")).contains("<bdi>Refund</bdi>");
        assertThat(ann.thread()).containsOnlyOnce("Ann added the tag “Refund”");
        ann.reads("zh-TW");
        assertThat(ann.thread()).contains("Ann 加上了標籤「Refund」");
        ann.reads("en");
        assertThat(choices(ann)).contains("tag-chosen").doesNotContain("data-test=\"tag-option\"");

        var refund = "tags/" + named("refund").id();
        assertThat(ann.delete("/desk/conversations/%s/%s".formatted(ann.conversation(), refund)))
                .matches(answer -> answer.statusCode() == 204);
        ann.delete("/desk/conversations/%s/%s".formatted(ann.conversation(), refund));
        assertThat(ann.thread()).containsOnlyOnce("Ann removed the tag “Refund”");
        assertThat(ann.region("head")).doesNotContain("Refund");
        assertThat(choices(ann)).contains("data-test=\"tag-option\"");

        ann.does("end");
        ann.does("close");
        ada.writes("Hello again");
        ann.accepts(ada);
        assertThat(ann.region("customer")).contains("earlier-tag", "VIP", "No tags");
    }

    @Test
    void whatCannotBeAddedIsRefusedWithTheReason() {
        assertThat(tag(ann, " ")).matches(answer -> answer.statusCode() == 422);
        assertThat(tag(ann, "x".repeat(41)).body()).contains("1 to 40 characters");
        for (var number = 1; number <= ConversationTags.MOST; number++) {
            tag(ann, "Tag " + number);
        }
        assertThat(tag(ann, "One more").body()).contains("20 tags at most");
        assertThat(tag(ann, "tag 7").statusCode()).isEqualTo(204);

        var ben = parley.agent("Ben");
        ben.opens(ann.conversation());
        assertThat(tag(ben, "Refund").statusCode()).isEqualTo(404);
        assertThat(ben.get("/desk/conversations/%s/tags".formatted(ann.conversation())))
                .matches(answer -> answer.statusCode() == 404);
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        sue.opens(ann.conversation());
        assertThat(tag(sue, "Tag 1").statusCode()).isEqualTo(204);
    }

    @Test
    void viewsAreFilteredByAnyOfSeveralTags() {
        tag(ann, "Refund");
        var bob = parley.customer("Bob");
        bob.writes("Where is my parcel?");
        ann.accepts(bob);
        tag(ann, "Delivery");
        var cleo = parley.customer("Cleo");
        cleo.writes("Hello");
        ann.accepts(cleo);
        var refund = named("Refund").id().toString();
        var delivery = named("Delivery").id().toString();

        assertThat(list(ann, "view=mine&tag=" + refund))
                .contains("Ada", "Tag: Refund")
                .doesNotContain("Bob", "Cleo");
        assertThat(list(ann, "view=all&tag=" + refund + "%2C" + delivery))
                .contains("Ada", "Bob", "Tag: Refund, Delivery")
                .doesNotContain("Cleo");
        ann.does("end");
        ann.does("close");
        ann.opens(conversationOf("Where is my parcel?"));
        ann.does("end");
        ann.does("close");
        assertThat(list(ann, "view=closed&tag=" + refund + "%2C" + delivery))
                .contains("Bob")
                .doesNotContain("Ada", "Cleo");
        assertThat(list(ann, "view=closed&linked=no&tag=" + delivery)).contains("Bob");
        assertThat(list(ann, "view=all&tag=nonsense")).contains("unknown value: Tag");
        assertThat(ann.get("/desk/views/form?view=all&tag=" + refund).body())
                .containsPattern("value=\"" + refund + "\" checked");

        var found = "/desk/search?q=money&tag=";
        finds(found + refund);
        assertThat(ann.get(found + delivery).body()).doesNotContain("search-item");
    }

    @Test
    void manyAreTaggedAtOnceAndUndone() {
        var bob = parley.customer("Bob");
        bob.writes("Where is my parcel?");
        ann.accepts(bob);
        tag(ann, "Sale");
        var all = Map.of("all", "true", "list", "view=mine");

        var tagged = bulk("tag", "SALE", all);
        assertThat(tagged).contains("Tag “Sale” added: 1", "Already done: 1");
        assertThat(tags()).isEqualTo(2);
        assertThat(ann.post(undo(tagged), Map.of()).body()).contains("Undone: 1");
        assertThat(ann.post(undo(tagged), Map.of()).body()).contains("can no longer be undone");
        assertThat(tags()).isEqualTo(1);

        bulk("tag", "Sale", all);
        var removed = bulk("untag", "sale", all);
        assertThat(removed).contains("Tag “Sale” removed: 2");
        assertThat(tags()).isZero();
        assertThat(ann.post(undo(removed), Map.of()).body()).contains("Undone: 2");
        assertThat(tags()).isEqualTo(2);
        assertThat(ann.thread()).contains("Ann added the tag “Sale”", "Ann removed the tag “Sale”");
        var unknown = Map.of("action", "untag", "tag", "Nothing", "all", "true", "list", "");
        assertThat(ann.post("/desk/bulk", unknown).body()).contains("There is no tag");

        var ben = parley.agent("Ben");
        var one = Map.of("action", "tag", "tag", "Sale", "id", ann.conversation());
        assertThat(ben.post("/desk/bulk", one).body()).contains("added: 0", "Not found: 1");
    }

    @Test
    void undoingLeavesLaterWorkAndWhatMayNoLongerBeRead() {
        for (var name : List.of("Bob", "Cleo")) {
            var customer = parley.customer(name);
            customer.writes("Hello from " + name);
            ann.accepts(customer);
        }
        var tagged = bulk("tag", "Sale", Map.of("all", "true", "list", "view=mine"));
        parley.timePasses(Duration.ofSeconds(1));
        ann.opens(conversationOf("I want my money back"));
        ann.delete(
                "/desk/conversations/%s/tags/%s".formatted(ann.conversation(), named("Sale").id()));
        tag(ann, "Sale");
        var ben = parley.agent("Ben");
        parley.database()
                .sql(
                        "update conversation set agent_id = (select id from user_account"
                                + " where sign_in_name = :ben) where id = :id")
                .param("ben", ben.signInName())
                .param("id", UUID.fromString(conversationOf("Hello from Bob")))
                .update();

        assertThat(ann.post(undo(tagged), Map.of()).body())
                .contains("Undone: 1", "Changed in the meantime: 1", "Not found: 1");
        assertThat(tags()).isEqualTo(2);
    }

    @Test
    void nothingIsLockedByWhoeverWaitsForATag() {
        var all = Map.of("all", "true", "list", "view=mine");
        var tagged = bulk("tag", "Sale", all);
        var sale =
                "/desk/conversations/%s/tags/%s".formatted(ann.conversation(), named("Sale").id());

        var answers =
                parley.part(TransactionTemplate.class)
                        .execute(_ -> {
                            parley.database()
                                    .sql("select 1 from tag for update")
                                    .query()
                                    .listOfRows();
                            var requests =
                                    Stream.<Supplier<String>>of(
                                                    () -> "added " + tag(ann, "sale").statusCode(),
                                                    () -> "gone " + ann.delete(sale).statusCode(),
                                                    () -> bulk("untag", "Sale", all),
                                                    () -> ann.post(undo(tagged), Map.of()).body())
                                            .map(CompletableFuture::supplyAsync)
                                            .toList();
                            parley.until("all wait", () -> waiting() == 4);
                            assertThat(free("conversation")).isEqualTo(1);
                            assertThat(free("bulk_tag")).isEqualTo(1);
                            return requests;
                        });

        assertThat(answers.stream().map(CompletableFuture::join))
                .satisfiesExactly(
                        added -> assertThat(added).isEqualTo("added 204"),
                        gone -> assertThat(gone).isEqualTo("gone 204"),
                        untagged -> assertThat(untagged).contains("Tag “Sale” removed"),
                        undone -> assertThat(undone).contains("Undone"));
    }

    @Test
    void administratorsRenameMergeAndDeleteTags() {
        tag(ann, "Refund");
        var bob = parley.customer("Bob");
        bob.writes("Where is my parcel?");
        ann.accepts(bob);
        tag(ann, "Money back");
        tag(ann, "Refund");
        var alex = parley.desk("Alex", Role.ADMINISTRATOR);
        var refund = "/admin/tags/" + named("Refund").id();
        var view = "view=all&tag=" + named("Refund").id();
        assertThat(alex.get("/admin/tags?search=REF").body())
                .contains("<bdi>Refund</bdi>")
                .doesNotContain("Money back");

        assertThat(rename(alex, refund, "1", " ").statusCode()).isEqualTo(422);
        assertThat(rename(alex, refund, "1", "Refunds").statusCode()).isEqualTo(303);
        assertThat(rename(alex, refund, "1", "Late").statusCode()).isEqualTo(422);
        assertThat(ann.region("head")).contains("<bdi>Refunds</bdi>");

        var question = rename(alex, refund, "2", "money BACK");
        assertThat(question.statusCode()).isEqualTo(422);
        assertThat(question.body()).contains("merge-question", "“Refunds”: 2", "“Money back”: 1");
        var into = Map.of("revision", "2", "into", named("Money back").id().toString());
        assertThat(alex.post(refund + "/merge", into).statusCode()).isEqualTo(303);
        assertThat(alex.get(refund).statusCode()).isEqualTo(404);
        assertThat(tags()).isEqualTo(2);
        assertThat(list(alex, view)).contains("Ada", "Bob", "Tag: Money back");
        finds("/desk/search?q=money&" + view);
        assertThat(ann.thread()).contains("Ann added the tag “Refund”");

        var left = "/admin/tags/" + named("Money back").id();
        assertThat(alex.post(left + "/deletion", Map.of()).statusCode()).isEqualTo(303);
        assertThat(alex.post(left + "/deletion", Map.of()).statusCode()).isEqualTo(303);
        assertThat(tags()).isZero();
        assertThat(list(alex, view)).contains("no longer exists: Tag");
        assertThat(ann.get("/desk/search?q=money&" + view).body()).contains("search-item");
        assertThat(alex.get("/admin/audit").body())
                .contains("Tag renamed", "Tag merged into another", "Tag deleted");
        assertThat(ann.get("/admin/tags").statusCode()).isEqualTo(403);
    }

    @Test
    void administratorsDecideWhoCreatesTags() {
        var alex = parley.desk("Alex", Role.ADMINISTRATOR);
        assertThat(alex.get("/admin/tags").body()).contains("No tags yet");
        var no = Map.of("agentsCreate", "false", "revision", "1");
        assertThat(alex.post("/admin/tags/setting", no).statusCode()).isEqualTo(303);
        assertThat(alex.post("/admin/tags/setting", no).statusCode()).isEqualTo(422);

        var refused = tag(ann, "Refund");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("only supervisors and administrators can create tags");
        assertThat(choices(ann)).contains("data-create=\"false\"");
        assertThat(alex.post("/admin/tags/new", Map.of("name", "Refund")).statusCode())
                .isEqualTo(303);
        assertThat(alex.post("/admin/tags/new", Map.of("name", "REFUND")).body())
                .contains("There is a tag with this name already: Refund");
        assertThat(tag(ann, "refund").statusCode()).isEqualTo(204);
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        sue.opens(ann.conversation());
        assertThat(tag(sue, "Escalated").statusCode()).isEqualTo(204);
    }

    private String bulk(String action, String tag, Map<String, String> which) {
        var form = new HashMap<>(which);
        form.put("action", action);
        form.put("tag", tag);
        return ann.post("/desk/bulk", form).body();
    }

    private static String undo(String done) {
        var found = UNDO.matcher(done);
        assertThat(found.find()).as(done).isTrue();
        return "/desk/bulk/%s/undo".formatted(found.group(1));
    }

    private static HttpResponse<String> tag(Desk desk, String name) {
        return desk.act("tags", Map.of("tag", name));
    }

    private static HttpResponse<String> rename(
            Desk desk, String address, String revision, String name) {
        return desk.post(address, Map.of("revision", revision, "name", name));
    }

    private static String choices(Desk desk) {
        return desk.get("/desk/conversations/%s/tags".formatted(desk.conversation())).body();
    }

    private static String list(Desk desk, String query) {
        return desk.get("/desk/worklist?" + query).body();
    }

    private Tag named(String name) {
        return parley.part(Tags.class).all().stream()
                .filter(tag -> tag.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
    }

    private String conversationOf(String text) {
        return parley.database()
                .sql("select conversation_id from message where text = :text")
                .param("text", text)
                .query(UUID.class)
                .single()
                .toString();
    }

    private long waiting() {
        return parley.count(
                "select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'");
    }

    private long free(String table) {
        return parley.count(
                "select count(*) from (select 1 from %s for update skip locked) as free"
                        .formatted(table));
    }

    /// Messages are indexed after they were received.
    private void finds(String search) {
        parley.until("it is found", () -> ann.get(search).body().contains("search-item"));
    }

    private long tags() {
        return parley.count("select count(*) from conversation_tag");
    }
}
