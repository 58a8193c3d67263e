package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.background.Pump;
import dev.parley.channel.Address;
import dev.parley.conversation.PersonErasure;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two contacts that are the same customer are merged, and the merge is undone.
@ExtendWith(TestParleyExtension.class)
class ContactMergeTests {
    private final TestParley parley;
    private final Desk ann;

    ContactMergeTests(TestParley parley) {
        this.parley = parley;
        ann = parley.agent("Ann");
    }

    @Test
    void aDuplicateIsSeenComparedMergedAndSeparatedAgain() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        var lin =
                contact(
                        "person",
                        Map.of(
                                "name", "Lin Ada",
                                "company", "Formosa Trading",
                                "emails", "ada@example.com",
                                "tags", "VIP",
                                "notes", "Likes oolong"));
        var other =
                contact(
                        "person",
                        Map.of(
                                "name", "Ada L.",
                                "emails", "ada@example.com\nada@work.example",
                                "phones", "+886 912 345 678",
                                "tags", "vip, wholesale",
                                "notes", "Pays by invoice"));
        ann.act("link", Map.of("contact", other));
        assertThat(page(lin)).contains("Possibly the same customer", "Same email", "Ada L.");
        assertThat(ann.get("/customers/%s/merge?search=Ada".formatted(lin)).body())
                .contains("merge?with=" + other);
        assertThat(ann.get("/customers/%s/merge?with=%s".formatted(lin, other)).body())
                .contains("ada@work.example", "No company", "Likes oolong\n\nPays by invoice");

        assertThat(merge(lin, other, Map.of("name", "other")))
                .isEqualTo("/customers/%s?merged".formatted(lin));
        assertThat(merge(lin, other, Map.of("name", "other"))).endsWith("?merged");
        assertThat(page(lin))
                .contains("Ada L.", "Formosa Trading", "ada@work.example", "+886 912 345 678")
                .contains("wholesale", "Likes oolong\n\nPays by invoice", "Undo the merge")
                .doesNotContain(">vip<", "Possibly the same customer");
        assertThat(ContactForms.location(ann.get("/customers/" + other)))
                .isEqualTo("/customers/%s?into".formatted(lin));
        assertThat(ann.region("customer")).contains("Likes oolong", "Formosa Trading");

        assertThat(undo(lin, other, 2)).endsWith("?unmerged");
        assertThat(page(lin))
                .contains("Lin Ada", "Likes oolong", "Possibly the same customer")
                .doesNotContain("Pays by invoice", "wholesale", "Undo the merge");
        assertThat(page(other)).contains("Ada L.", "ada@work.example", "vip", "wholesale");
        assertThat(ann.region("customer")).contains("Pays by invoice");
        assertThat(undo(lin, other, 3)).endsWith("?notUnmerged");
        assertThat(audited()).contains("customer.merged", "customer.mergeUndone");
        assertThat(parley.count("select count(*) from audit_entry where after::text like '%Ada%'"))
                .isZero();
    }

    @Test
    void whatWasChangedSinceThePreviewIsShownFirst() {
        var lin = contact("person", Map.of("name", "Lin Ada"));
        var other = contact("person", Map.of("name", "Ada L."));
        edit(other, Map.of("name", "Ada Lin", "revision", "1"));

        var refused = ann.post(address(lin, "merge"), form(other, Map.of()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("changed in the meantime", "Ada Lin");
        assertThat(merge(lin, other, Map.of("otherRevision", "2"))).endsWith("?merged");
    }

    @Test
    void undoingLeavesWhatWasChangedSince() {
        var lin =
                contact(
                        "person",
                        Map.of("name", "Lin Ada", "emails", "ada@a.example", "tags", "VIP"));
        var other =
                contact(
                        "person",
                        Map.of("name", "Ada L.", "emails", "ada@b.example", "tags", "wholesale"));
        merge(lin, other, Map.of("name", "other"));
        edit(
                lin,
                Map.of(
                        "name", "Ada L.",
                        "emails", "ada@a.example\nada@b.example\nada@c.example",
                        "tags", "VIP, wholesale",
                        "notes", "Moved to Tainan",
                        "revision", "2"));
        assertThat(page(lin))
                .contains("Changed since the merge, and not undone: Email addresses, Notes.");

        assertThat(undo(lin, other, 2)).endsWith("?changed");
        assertThat(undo(lin, other, 3)).endsWith("?unmerged");

        assertThat(page(lin))
                .contains("Lin Ada", "ada@a.example", "ada@c.example", "Moved to Tainan", "VIP")
                .doesNotContain("ada@b.example", "wholesale");
        assertThat(page(other)).contains("Ada L.", "ada@b.example", "wholesale");
    }

    @Test
    void whatIsTypedForAContactThatIsMergedMeanwhileIsAddedToTheOther() {
        var lin = contact("person", Map.of("name", "Lin Ada", "emails", "ada@a.example"));
        var other = contact("person", Map.of("name", "Ada L."));
        merge(lin, other, Map.of());

        var late =
                ann.post(
                        address(other, "edit"),
                        ContactForms.contact(
                                Map.of(
                                        "name", "Lin Ada",
                                        "emails", "ada@b.example",
                                        "notes", "Calls at noon",
                                        "revision", "1")));

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body())
                .contains("merged into “Lin Ada” while you were editing")
                .contains("ada@a.example\nada@b.example", "Calls at noon", address(lin, "edit"));
    }

    @Test
    void severalMergesAreUndoneTheLastOneFirst() {
        var lin = contact("person", Map.of("name", "Lin Ada"));
        var second = contact("person", Map.of("name", "Ada L."));
        var third = contact("person", Map.of("name", "A. Lin"));
        merge(lin, second, Map.of());
        parley.timePasses(Duration.ofMinutes(1));
        merge(lin, third, Map.of("revision", "2"));
        var ada = contact("person", Map.of("name", "Lin Ada (Tainan)"));
        parley.timePasses(Duration.ofMinutes(1));
        merge(ada, lin, Map.of("otherRevision", "3"));

        assertThat(ContactForms.location(ann.get("/customers/" + second)))
                .isEqualTo("/customers/%s?into".formatted(ada));
        assertThat(undo(ada, third, 2)).endsWith("?notUnmerged");
        assertThat(undo(ada, lin, 2)).endsWith("?unmerged");
        assertThat(page(lin)).contains("A. Lin");
        assertThat(undo(lin, second, 4)).endsWith("?notUnmerged");
        assertThat(undo(lin, third, 4)).endsWith("?unmerged");
        assertThat(undo(lin, second, 5)).endsWith("?unmerged");
        assertThat(parley.count("select count(*) from contact")).isEqualTo(4);
        assertThat(parley.count("select count(*) from contact_merge")).isZero();
    }

    @Test
    void fieldsOfTheCompanyAreChosenOneByOneAndComeBackWithAnUndo() {
        var amy = parley.desk("Amy", Role.ADMINISTRATOR);
        for (var field : List.of("Level", "Code", "Branch")) {
            var added = new HashMap<>(Map.of("english", field, "chinese", field, "type", "TEXT"));
            added.putAll(Map.of("key", "", "required", "false", "atDesk", "true"));
            assertThat(amy.post("/admin/customer-fields/new?kind=person", added).statusCode())
                    .isEqualTo(303);
        }
        var lin = contact("person", Map.of("name", "Lin Ada", "person-level", "Gold"));
        var other =
                contact(
                        "person",
                        Map.of(
                                "name", "Ada L.",
                                "person-level", "Silver",
                                "person-code", "K-4711",
                                "person-branch", "Tainan"));
        assertThat(ann.get("/customers/%s/merge?with=%s".formatted(lin, other)).body())
                .contains("Gold", "Silver")
                .containsPattern("name=\"field-code\" value=\"other\" checked");
        merge(
                lin,
                other,
                Map.of("field-level", "other", "field-code", "other", "field-branch", "kept"));
        assertThat(page(lin)).contains("Silver", "K-4711").doesNotContain("Gold", "Tainan");
        assertThat(ann.get("/customers?search=k-47").body()).contains("Lin Ada");
        edit(lin, Map.of("name", "Lin Ada", "person-branch", "Taipei", "revision", "2"));
        assertThat(page(lin)).contains("not undone: Branch.");

        undo(lin, other, 3);

        assertThat(page(lin)).contains("Gold", "Taipei").doesNotContain("K-4711", "Silver");
        assertThat(page(other)).contains("Silver", "K-4711", "Tainan");
    }

    @Test
    void companiesAreMergedWithTheirPeople() {
        var formosa = contact("company", Map.of("name", "Formosa Trading"));
        var ben = contact("person", Map.of("name", "Ben Wu", "company", "Formosa Ltd."));
        var second =
                parley.database()
                        .sql("select id from contact where name = 'Formosa Ltd.'")
                        .query((row, _) -> row.getString("id"))
                        .single();
        assertThat(merge(formosa, ben, Map.of())).endsWith("?notMerged");

        merge(formosa, second, Map.of());
        assertThat(page(ben)).contains("Formosa Trading");
        assertThat(page(formosa)).contains("Ben Wu");
        undo(formosa, second, 2);
        assertThat(page(ben)).contains("Formosa Ltd.");
        assertThat(page(formosa)).doesNotContain("Ben Wu");
    }

    @Test
    void twoWithTooManyAddressesAreNotMerged() {
        var lin = contact("person", Map.of("name", "Lin Ada", "emails", emails("a")));
        var other = contact("person", Map.of("name", "Ada L.", "emails", emails("b")));

        var refused = ann.post(address(lin, "merge"), form(other, Map.of()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("more than 10 email addresses")
                .doesNotContain("merge-now");
        assertThat(parley.count("select count(*) from contact")).isEqualTo(2);
    }

    @Test
    void erasingAPersonErasesTheirNameFromWhatIsRemembered() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.until(
                "the name is known",
                () -> parley.count("select count(*) from customer where name = 'Ada'") == 1);
        ann.act("contact", ContactForms.contact(Map.of("name", "Ada")));
        var copied =
                parley.database()
                        .sql("select id from contact")
                        .query((row, _) -> row.getString("id"))
                        .single();
        var lin = contact("person", Map.of("name", "Lin Ada"));
        merge(lin, copied, Map.of("name", "other"));
        assertThat(remembered("Ada")).isEqualTo(1);

        parley.part(PersonErasure.class)
                .erase(new Address(FacebookChannel.KIND, parley.page(), ada.psid()));

        assertThat(parley.count("select count(*) from contact where name = 'Ada'")).isZero();
        assertThat(parley.count("select count(*) from contact_merge m where m::text ~ '\"Ada\"'"))
                .isZero();
        assertThat(undo(lin, copied, 3)).endsWith("?unmerged");
        assertThat(page(lin)).contains("Lin Ada");
        assertThat(page(copied)).contains("Customer ");
    }

    @Test
    void whatIsRememberedIsForgottenAfterThirtyDays() {
        var lin = contact("person", Map.of("name", "Lin Ada"));
        var other = contact("person", Map.of("name", "Ada L."));
        merge(lin, other, Map.of());
        assertThat(remembered("Ada L.")).isEqualTo(1);

        parley.timePasses(Duration.ofDays(31));
        parley.part(Pump.class, "oldMergesPump").drain();
        assertThat(remembered("Ada L.")).isZero();

        assertThat(page(lin)).doesNotContain("Undo the merge");
        assertThat(undo(lin, other, 2)).endsWith("?notUnmerged");
        assertThat(ContactForms.location(ann.get("/customers/" + other)))
                .isEqualTo("/customers/%s?into".formatted(lin));
    }

    @Test
    void deletingTheOneThatStayedForgetsTheOther() {
        var lin = contact("person", Map.of("name", "Lin Ada"));
        var other = contact("person", Map.of("name", "Ada L."));
        merge(lin, other, Map.of());
        parley.desk("Sue", Role.SUPERVISOR).post(address(lin, "deletion"), Map.of());

        assertThat(parley.count("select count(*) from contact_merge")).isZero();
        assertThat(ann.get("/customers/" + other).statusCode()).isEqualTo(404);
    }

    private long remembered(String name) {
        return parley.database()
                .sql(
                        "select count(*) from contact_merge where :name in (other ->> 'name', merged ->> 'name')")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private static String emails(String start) {
        return String.join(
                "\n",
                List.of(1, 2, 3, 4, 5, 6).stream().map(n -> start + n + "@a.example").toList());
    }

    private String merge(String kept, String other, Map<String, String> choices) {
        return ContactForms.location(ann.post(address(kept, "merge"), form(other, choices)));
    }

    private static Map<String, String> form(String other, Map<String, String> choices) {
        var form = new HashMap<>(Map.of("with", other, "revision", "1", "otherRevision", "1"));
        form.putAll(choices);
        return form;
    }

    private String undo(String kept, String other, int revision) {
        return ContactForms.location(
                ann.post(
                        address(kept, "merge/undo"),
                        Map.of("with", other, "revision", String.valueOf(revision))));
    }

    private void edit(String id, Map<String, String> fields) {
        assertThat(ann.post(address(id, "edit"), ContactForms.contact(fields)).statusCode())
                .isEqualTo(303);
    }

    private static String address(String contact, String action) {
        return "/customers/%s/%s".formatted(contact, action);
    }

    private String page(String contact) {
        return ann.get("/customers/" + contact).body();
    }

    private List<String> audited() {
        return parley.database()
                .sql("select action from audit_entry")
                .query((row, _) -> row.getString("action"))
                .list();
    }

    private String contact(String kind, Map<String, String> fields) {
        return ContactForms.create(ann, kind, fields);
    }
}
