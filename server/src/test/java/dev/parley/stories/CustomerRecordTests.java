package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Address;
import dev.parley.conversation.PersonErasure;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Contacts and companies, and the customers who are linked to them.
@ExtendWith(TestParleyExtension.class)
class CustomerRecordTests {
    private final TestParley parley;

    CustomerRecordTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void theSamePersonOnTwoPagesIsOneCustomer() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        known(1);
        assertThat(ann.region("customer")).contains("Not linked to a contact or company yet.");
        create(ann, Map.of("name", "Ada", "company", "Formosa Trading", "notes", "Likes oolong"));
        assertThat(ann.region("customer")).contains("Formosa Trading", "Likes oolong");
        var contact = contact("PERSON");
        ann.does("end");
        ann.does("close");
        var first = number(ann);

        ada.writes("Hello again");
        ann.accepts(ada);
        assertThat(ann.region("customer")).contains("Likes oolong", "#" + first);

        var second = ada.at(parley.secondPage());
        second.writes("Hello from the other page");
        known(2);
        parley.until("Ada waits there", () -> ann.isOffered(ada));
        ann.accepts(second);
        assertThat(ann.region("customer")).contains("Same name").doesNotContain("#" + first);
        assertThat(ann.act("link", Map.of("contact", contact)).statusCode()).isEqualTo(204);
        assertThat(ann.act("link", Map.of("contact", contact)).statusCode()).isEqualTo(204);

        assertThat(ann.region("customer")).contains("Likes oolong", "#" + first);
        assertThat(ann.get("/customers/" + contact).body())
                .contains("Ada", "#" + first, "Formosa Trading");
        assertThat(parley.count("select count(*) from contact_link")).isEqualTo(2);
        assertThat(ann.act("unlink", Map.of("contact", contact)).statusCode()).isEqualTo(204);
        assertThat(ann.region("customer")).doesNotContain("Likes oolong");
        assertThat(audited()).contains("customer.created", "customer.linked", "customer.unlinked");
        assertThat(parley.count("select count(*) from audit_entry where after::text like '%Ada%'"))
                .isZero();
    }

    @Test
    void whatTheCustomerWroteSuggestsWhoItIs() {
        var ann = parley.agent("Ann");
        contact(ann, Map.of("name", "Lin Ada", "emails", "ADA@example.com"));
        contact(ann, Map.of("name", "Ben Wu", "phones", "+886 912 345 678"));
        var ada = parley.customer("Cleo");
        ada.writes("Hello");
        ann.accepts(ada);
        assertThat(ann.region("customer")).contains("Not linked");

        ada.writes("My address is ada@example.com");
        ann.sees("My address is");
        assertThat(ann.region("customer"))
                .contains("This may be the same customer", "Same email: ada@example.com")
                .doesNotContain("Ben Wu");
        ada.writes("or call 0912-345-678");
        ann.sees("or call");

        assertThat(ann.region("customer"))
                .contains("One of these may be the same customer", "Lin Ada", "Ben Wu")
                .contains("Same phone: +886 912 345 678");
    }

    @Test
    void twoAgentsCannotLinkTheSameCustomerToDifferentContacts() {
        var ann = parley.agent("Ann");
        var ben = contact(ann, Map.of("name", "Ben Wu"));
        var cid = contact(ann, Map.of("name", "Cid Ho"));
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        ann.act("link", Map.of("contact", ben));

        var late = ann.act("link", Map.of("contact", cid));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Ben Wu");
        var created = create(ann, Map.of("name", "Another"));
        assertThat(created.statusCode()).isEqualTo(409);
        assertThat(parley.count("select count(*) from contact")).isEqualTo(2);
        var gone = ann.act("link", Map.of("contact", UUID.randomUUID().toString()));
        assertThat(gone.statusCode()).isEqualTo(409);
    }

    @Test
    void onlyReadersOfTheConversationLinkIt() {
        var ann = parley.agent("Ann");
        var ben = parley.agent("Ben");
        var contact = contact(ann, Map.of("name", "Ada Lin"));
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        ben.opens(ann.conversation());

        assertThat(ben.act("link", Map.of("contact", contact)).statusCode()).isEqualTo(404);
        assertThat(create(ben, Map.of("name", "Ada")).statusCode()).isEqualTo(404);
        assertThat(ben.get("/desk/conversations/" + ann.conversation() + "/link").statusCode())
                .isEqualTo(404);
        ann.act("link", Map.of("contact", contact));
        assertThat(ben.get("/customers/" + contact).body())
                .contains("Ada Lin", "Profile of a conversation that you don’t have access to")
                .doesNotContain("/desk/conversations/" + ann.conversation());
    }

    @Test
    void theSecondOfTwoEditorsIsShownTheConflictAndLosesNothing() {
        var ann = parley.agent("Ann");
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        var id = contact(ann, Map.of("name", "Ada", "emails", "ada@example.com"));
        assertThat(edit(sue, id, 1, "Ada Lin").statusCode()).isEqualTo(303);

        var conflict = edit(ann, id, 1, "Ada Lovelace");

        assertThat(conflict.statusCode()).isEqualTo(422);
        assertThat(conflict.body()).contains("Sue changed this on", "Ada Lovelace");
        assertThat(edit(ann, id, 2, "Ada Lovelace").statusCode()).isEqualTo(303);
        assertThat(ann.get("/customers/" + id).body()).contains("Ada Lovelace");
        var wrong =
                ann.post(
                        "/customers/new?kind=person",
                        Map.of("name", "", "emails", "nobody", "phones", "x"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Enter a name.", "“nobody” is not an email address.");
    }

    @Test
    void theListFindsByEachField() {
        var ann = parley.agent("Ann");
        contact(
                ann,
                Map.of(
                        "name", "林小茶",
                        "company", "Formosa Trading",
                        "emails", "tea@example.com",
                        "phones", "(02) 2345-6789",
                        "tags", "VIP, Wholesale"));
        contact(ann, Map.of("name", "Ben Wu"));

        for (var search : List.of("小茶", "formosa", "TEA@", "02 2345", "22345678", "whole")) {
            assertThat(list(ann, search)).as(search).contains("林小茶").doesNotContain("Ben Wu");
        }
        assertThat(list(ann, "%")).contains("No results").doesNotContain("Ben Wu");
        assertThat(ann.get("/customers?kind=company").body())
                .contains("Formosa Trading")
                .doesNotContain("Ben Wu");
        assertThat(ann.get("/customers/companies?company=form").body()).contains("Formosa Trading");
    }

    @Test
    void onlySupervisorsDeleteAndTheConversationsStay() {
        var ann = parley.agent("Ann");
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        create(ann, Map.of("name", "Ada", "company", "Formosa"));
        var company = contact("COMPANY");
        var person = contact("PERSON");

        assertThat(ann.post("/customers/" + company + "/deletion", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(ann.get("/customers/export").statusCode()).isEqualTo(403);
        assertThat(ann.get("/customers/import").statusCode()).isEqualTo(403);
        assertThat(sue.get("/customers/" + company).body())
                .contains("1 contact will have no company any more.");
        sue.post("/customers/" + company + "/deletion", Map.of());
        assertThat(sue.get("/customers/" + person).body())
                .contains("1 social profile will be unlinked.")
                .doesNotContain("Formosa");
        sue.post("/customers/" + person + "/deletion", Map.of());

        assertThat(sue.get("/customers/" + person).statusCode()).isEqualTo(404);
        assertThat(ann.region("customer")).contains("Not linked");
        assertThat(ann.thread()).contains("Hello");
        assertThat(audited()).contains("customer.deleted");
    }

    @Test
    void erasingAPersonUnlinksThemAndErasesTheNameThatWasCopied() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        known(1);
        create(ann, Map.of("name", "Ada", "emails", "orders@example.com"));
        var contact = contact("PERSON");

        erase(ada);
        erase(ada);

        assertThat(parley.count("select count(*) from contact_link")).isZero();
        assertThat(ann.get("/customers/" + contact).body())
                .contains("orders@example.com", "Customer ")
                .doesNotContain("Ada");
        var own = contact(ann, Map.of("name", "Ben Wu"));
        ann.act("link", Map.of("contact", own));
        erase(ada);
        assertThat(ann.get("/customers/" + own).body()).contains("Ben Wu");
        assertThat(parley.count("select count(*) from contact_link")).isZero();
    }

    @Test
    void whatIsExportedCanBeImportedAgain() {
        var sue = parley.desk("Sue", Role.SUPERVISOR, Role.AGENT);
        contact(sue, Map.of("name", "=1+1", "company", "Formosa", "phones", "+886 2 2345 6789"));
        var exported = sue.get("/customers/export");
        assertThat(exported.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", ".csv");
        assertThat(exported.body()).contains("'=1+1", "'+886 2 2345 6789");
        var file = exported.body() + ",person,Cleo,Formosa,cleo@example.com,,,\n,,,,broken,,,\n";

        var plan = sue.uploads("/customers/import/check", "a.csv", file, Map.of()).body();

        assertThat(plan).contains("1 new", "2 unchanged", "1 with errors", "Enter a name.");
        assertThat(parley.count("select count(*) from contact")).isEqualTo(2);
        var other = file + ",,Dan,,,,,\n";
        assertThat(sue.uploads("/customers/import", "a.csv", other, fingerprint(plan)).body())
                .contains("The file is not the one that was checked");
        assertThat(sue.uploads("/customers/import", "a.csv", file, fingerprint(plan)).body())
                .contains("Imported:", "1 new");
        assertThat(parley.count("select count(*) from contact")).isEqualTo(3);
        assertThat(sue.uploads("/customers/import/check", "a.csv", file, Map.of()).body())
                .contains("0 new", "3 unchanged");
        assertThat(audited()).contains("customer.imported", "customer.exported");
    }

    /// What was shown is confirmed, not the file.
    @Test
    void anImportDoesNothingThatWasNotShown() {
        var sue = parley.desk("Sue", Role.SUPERVISOR, Role.AGENT);
        var file = "name,emails\nCleo,cleo@example.com\n";
        var plan = sue.uploads("/customers/import/check", "a.csv", file, Map.of()).body();
        assertThat(plan).contains("1 new");
        contact(sue, Map.of("name", "Cleo Wang", "emails", "cleo@example.com"));

        var result = sue.uploads("/customers/import", "a.csv", file, fingerprint(plan)).body();

        assertThat(result).contains("customers have changed since then");
        assertThat(parley.count("select count(*) from contact where name = 'Cleo Wang'")).isOne();
    }

    private static Map<String, String> fingerprint(String plan) {
        return Map.of(
                "fingerprint",
                plan.replaceAll("(?s).*fingerprint[^0-9a-f]+([0-9a-f]{64}).*", "$1"));
    }

    private void erase(TestCustomer customer) {
        parley.part(PersonErasure.class)
                .erase(new Address(FacebookChannel.KIND, parley.page(), customer.psid()));
    }

    private void known(int customers) {
        parley.until(
                "the names are known",
                () ->
                        parley.count("select count(*) from customer where name is not null")
                                == customers);
    }

    private static HttpResponse<String> create(Desk desk, Map<String, String> fields) {
        return desk.act("contact", complete(fields));
    }

    private static Map<String, String> complete(Map<String, String> fields) {
        var all = new HashMap<String, String>();
        for (var field : List.of("name", "company", "emails", "phones", "tags", "notes")) {
            all.put(field, "");
        }
        all.putAll(fields);
        return all;
    }

    /// {@return the id of a new contact}
    private static String contact(Desk desk, Map<String, String> fields) {
        var answer = desk.post("/customers/new?kind=person", complete(fields));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*/customers/([0-9a-f-]+).*", "$1");
    }

    private static HttpResponse<String> edit(Desk desk, String id, int revision, String name) {
        return desk.post(
                "/customers/" + id + "/edit",
                complete(Map.of("name", name, "revision", Integer.toString(revision))));
    }

    private static String list(Desk desk, String search) {
        return desk.get("/customers?search=" + URLEncoder.encode(search, StandardCharsets.UTF_8))
                .body();
    }

    private String contact(String kind) {
        return parley.database()
                .sql("select id from contact where kind = :kind")
                .param("kind", kind)
                .query(UUID.class)
                .single()
                .toString();
    }

    private long number(Desk desk) {
        return parley.database()
                .sql("select number from conversation where id = :id")
                .param("id", UUID.fromString(desk.conversation()))
                .query(Long.class)
                .single();
    }

    private List<String> audited() {
        return parley.database()
                .sql("select action from audit_entry")
                .query((row, _) -> row.getString("action"))
                .list();
    }
}
