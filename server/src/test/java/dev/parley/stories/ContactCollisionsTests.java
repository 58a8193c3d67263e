package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;

/// Contacts that are merged, imported and blocked while somebody else still sees them as they were.
@ExtendWith(TestParleyExtension.class)
class ContactCollisionsTests {
    private static final Pattern INPUT =
            Pattern.compile("name=\"([a-z-]+)\"[^>]*? value=\"([^\"]*)\"");
    private static final String WAITING_FOR_LOCKS =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

    private final TestParley parley;
    private final Desk amy;

    ContactCollisionsTests(TestParley parley) {
        this.parley = parley;
        amy = parley.desk("Amy", Role.ADMINISTRATOR, Role.AGENT);
        amy.setPresence("AWAY");
    }

    @Test
    void whoEditsTheOneThatWasMergedOverwritesOnlyWhatTheyChanged() {
        field(Map.of("english", "Branch"));
        field(Map.of("english", "Tier"));
        var lin =
                contact(
                        "Lin Ada",
                        Map.of(
                                "person-branch", "Taipei",
                                "phones", "02-1234 5678",
                                "tags", "VIPs"));
        var other = contact("Ada", Map.of("person-tier", "gold"));
        merge(lin, other);

        var typed =
                form(
                        "Ada",
                        Map.of(
                                "person-branch", "",
                                "person-tier", "silver",
                                "phones", "1234 5678",
                                "tags", "VIP"));
        typed.put("revision", "1");
        var late = amy.post("/customers/" + other + "/edit", typed);

        assertThat(late.statusCode()).isEqualTo(422);
        var shown = new HashMap<String, String>();
        INPUT.matcher(late.body())
                .results()
                .forEach(input -> shown.put(input.group(1), input.group(2)));
        assertThat(shown)
                .containsEntry("name", "Lin Ada")
                .containsEntry("person-branch", "Taipei")
                .containsEntry("person-tier", "silver");
        assertThat(late.body()).contains("02-1234 5678\n1234 5678", "VIPs, VIP");
    }

    @Test
    void anOldPageUnlinksFromTheOneThatStayed() {
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        var lin = contact("Lin Ada", Map.of());
        var other = contact("Ada", Map.of());
        ada.writes("Hello");
        ann.accepts(ada);
        ann.act("link", Map.of("contact", other));
        merge(lin, other);

        assertThat(ann.act("link", Map.of("contact", other)).statusCode()).isEqualTo(204);
        assertThat(ann.act("unlink", Map.of("contact", other)).statusCode()).isEqualTo(204);

        assertThat(parley.count("select count(*) from contact_link")).isZero();
    }

    @Test
    void theValuesOfADeletedFieldDoNotComeBackWithAnUndo() {
        var health = field(Map.of("english", "Health", "key", "about"));
        var lin = contact("Lin", Map.of());
        var other = contact("Ada", Map.of("person-about", "diabetic"));
        merge(lin, other);
        assertThat(
                        amy.post(ContactForms.FIELDS + "/" + health + "/deletion", Map.of())
                                .statusCode())
                .isEqualTo(303);
        assertThat(
                        parley.count(
                                "select count(*) from contact_merge m where m::text like '%diabetic%'"))
                .isZero();

        field(Map.of("english", "Slogan", "key", "about"));
        amy.post(
                "/customers/" + lin + "/merge/undo",
                Map.of("with", other, "revision", revision(lin)));

        assertThat(amy.get("/customers/" + other).body())
                .contains("Ada")
                .doesNotContain("diabetic");
    }

    @Test
    void aFileMayContainTheLineEndsOfAnySystem() {
        field(Map.of("english", "Memo", "type", "LONG_TEXT"));

        imports("name,memo\r\nBen,\"a\r\r\nb\"\r\nCid,ok\r\n");

        assertThat(values("Ben")).isEqualTo("{\"memo\": \"a\\nb\"}");
    }

    @Test
    void aColumnIsOfOneField() {
        var level = field(Map.of("english", "Level"));
        amy.post(
                ContactForms.FIELDS + "/" + level,
                ContactForms.field(Map.of("english", "Old level", "revision", "1")));
        field(Map.of("english", "Level", "key", "level_2"));

        imports("name,Level\nBen,Gold\n");

        assertThat(values("Ben")).isEqualTo("{\"level\": \"Gold\"}");
    }

    @Test
    void aFileWithVeryManyColumnsIsRefused() {
        var names = new StringBuilder("name");
        for (var at = 0; at < 300; at++) {
            names.append(",c").append(at);
        }
        var check = ContactForms.check(amy, names + "\nBen\n");
        assertThat(check).contains("more than 200 columns");
    }

    /// An import holds up both.
    @Test
    void aContactForOneConversationAndBlockingItsCustomerDoNotWaitForEachOther() {
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        ada.writes("Hello");
        ann.accepts(ada);
        var form = form("Lin Cai", Map.of("company", "Formosa", "kind", "person"));
        form.put("only", "true");
        var block = "/desk/conversations/" + ann.conversation() + "/block";

        var answers =
                parley.part(TransactionTemplate.class)
                        .execute(_ -> {
                            parley.database()
                                    .sql("select pg_advisory_xact_lock(hashtext('parley.company'))")
                                    .query((_, _) -> 1)
                                    .list();
                            var created =
                                    CompletableFuture.supplyAsync(() -> ann.act("contact", form));
                            waiting(1, created);
                            var blocked =
                                    CompletableFuture.supplyAsync(
                                            () -> sue.post(block, Map.of("reason", "Spam")));
                            waiting(2, created);
                            return List.of(created, blocked);
                        });

        assertThat(answers)
                .extracting(answer -> statusOf(answer))
                .allSatisfy(status -> assertThat(status).isBetween(200, 409));
        assertThat(parley.count("select count(*) from conversation where blocked")).isOne();
    }

    private void waiting(int count, CompletableFuture<?> or) {
        parley.until(
                count + " wait", () -> or.isDone() || parley.count(WAITING_FOR_LOCKS) >= count);
    }

    private static int statusOf(CompletableFuture<HttpResponse<String>> answer)
            throws CompletionException {
        return answer.join().statusCode();
    }

    private void merge(String kept, String other) {
        var asked = Map.of("with", other, "revision", "1", "otherRevision", "1", "name", "kept");
        assertThat(amy.post("/customers/" + kept + "/merge", asked).statusCode()).isEqualTo(303);
    }

    private String field(Map<String, String> typed) {
        var answer =
                amy.post(
                        ContactForms.FIELDS + "/new?kind=person",
                        ContactForms.field(typed).entrySet());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return text(
                "select id::text from contact_field where english_name = :name",
                typed.getOrDefault("english", ""));
    }

    private String values(String name) {
        return text("select field_values::text from contact where name = :name", name);
    }

    private String revision(String id) {
        return text("select revision::text from contact where id = :name::uuid", id);
    }

    private String text(String sql, String name) {
        return parley.database().sql(sql).param("name", name).query(String.class).single();
    }

    private void imports(String file) {
        var plan = ContactForms.check(amy, file);
        assertThat(ContactForms.confirm(amy, file, plan).statusCode()).isLessThan(400);
    }

    private String contact(String name, Map<String, String> typed) {
        return ContactForms.create(amy, "person", form(name, typed));
    }

    private static Map<String, String> form(String name, Map<String, String> typed) {
        var all = ContactForms.contact(typed);
        all.put("name", name);
        return all;
    }
}
