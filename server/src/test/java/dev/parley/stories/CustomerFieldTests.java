package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Fields that an administrator adds to contacts and companies.
@ExtendWith(TestParleyExtension.class)
class CustomerFieldTests {
    private static final String FIELDS = ContactForms.FIELDS;

    private final TestParley parley;

    CustomerFieldTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void agentsFillInTheFieldsOfAContactAndSeeThemAtTheDesk() {
        var amy = parley.desk("Amy", Role.ADMINISTRATOR);
        var ann = parley.agent("Ann");
        field(amy, "person", Map.of("english", "Customer number", "chinese", "客戶編號"));
        choice(amy, "person", "Level", List.of("Gold|金級", "Silver"));
        field(amy, "person", Map.of("english", "Born", "type", "DATE", "atDesk", "false"));
        field(amy, "company", Map.of("english", "Tax ID"));
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        assertThat(ann.get("/desk/conversations/" + ann.conversation() + "/link").body())
                .contains("Customer number", "Level", "Tax ID");

        var created =
                ann.act(
                        "contact",
                        contact(
                                "Ada Lin",
                                Map.of(
                                        "person-customer_number", "K-4711",
                                        "person-level", option("Gold"),
                                        "person-born", "2001-02-03")));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(204);
        assertThat(ann.region("customer"))
                .contains("Customer number", "K-4711", "Level", "Gold")
                .doesNotContain("2001");
        var page = ann.get("/customers/" + contactId()).body();
        assertThat(page).contains("K-4711", "Gold", "Born", "2001").doesNotContain("Tax ID");
        assertThat(ann.get("/customers?search=k-47").body()).contains("Ada Lin");
        assertThat(ann.get("/desk/search?q=K-4711").body()).contains("Ada Lin");
        assertThat(audited("customer.created")).doesNotContain("K-4711");
    }

    @Test
    void whatIsNotAValueIsRefusedAtItsField() {
        var amy = parley.desk("Amy", Role.ADMINISTRATOR, Role.AGENT);
        choice(amy, "person", "Level", List.of("Gold", "Silver"));
        for (var type : List.of("TEXT", "WHOLE_NUMBER", "DECIMAL", "DATE", "YES_NO")) {
            field(amy, "person", Map.of("english", "My " + type, "type", type));
        }
        field(amy, "person", Map.of("english", "Branch", "required", "true"));

        var refused =
                amy.post(
                        "/customers/new?kind=person",
                        contact(
                                "Ada",
                                Map.of(
                                        "person-level", "Bronze",
                                        "person-my_text", "x".repeat(201),
                                        "person-my_whole_number", "1.5",
                                        "person-my_decimal", "1e9",
                                        "person-my_date", "2026-02-30",
                                        "person-my_yes_no", "perhaps")));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("“Level” must be one of: Gold, Silver")
                .contains("“My TEXT” is too long. Use at most 200 characters.")
                .contains("“My WHOLE_NUMBER” must be a whole number")
                .contains("“My DECIMAL” must be a number")
                .contains("“My DATE” must be a date", "2026-02-30")
                .contains("“My YES_NO” must be “yes” or “no”.")
                .contains("Enter a value for “Branch”.");
        assertThat(parley.count("select count(*) from contact")).isZero();
        var saved =
                amy.post(
                        "/customers/new?kind=person",
                        contact(
                                "Ada",
                                Map.of(
                                        "person-branch", "Taipei",
                                        "person-my_whole_number", "１，２３４",
                                        "person-my_decimal", "-0.50",
                                        "person-my_date", "2026/3/4")));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(values("Ada"))
                .contains("\"my_whole_number\": \"1234\"", "\"my_decimal\": \"-0.5\"")
                .contains("\"my_date\": \"2026-03-04\"")
                .doesNotContain("level");
    }

    @Test
    void theSecondOfTwoEditorsIsShownTheConflictAndKeepsTheirValues() {
        var amy = parley.desk("Amy", Role.ADMINISTRATOR, Role.AGENT);
        field(amy, "person", Map.of("english", "Branch"));
        var ada = create(amy, "Ada", Map.of("person-branch", "Taipei"));
        assertThat(edit(amy, ada, 1, Map.of("person-branch", "Tainan")).statusCode())
                .isEqualTo(303);

        var late = edit(amy, ada, 1, Map.of("person-branch", "Hualien"));

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Hualien");
        assertThat(values("Ada")).contains("Tainan");
        assertThat(audited("customer.changed")).contains("branch").doesNotContain("Tainan");
        // A form that was opened before there was the field leaves its value alone.
        assertThat(edit(amy, ada, 2, Map.of("notes", "Likes oolong")).statusCode()).isEqualTo(303);
        assertThat(values("Ada")).contains("Tainan");
    }

    @Test
    void theTypeStaysOnceThereAreValuesAndDeletingAsksWithTheirNumber() {
        var amy = parley.desk("Amy", Role.ADMINISTRATOR, Role.AGENT);
        var branch = field(amy, "person", Map.of("english", "Branch"));
        var number = Map.of("english", "Branch", "type", "WHOLE_NUMBER", "revision", "1");
        assertThat(change(amy, branch, number).statusCode()).isEqualTo(303);
        var text = Map.of("english", "Office", "type", "TEXT", "revision", "2");
        assertThat(change(amy, branch, text).statusCode()).isEqualTo(303);
        var ada = create(amy, "Ada", Map.of("person-branch", "Taipei"));
        create(amy, "Ben", Map.of("person-branch", "Tainan"));
        create(amy, "Cid", Map.of());

        var fixed =
                change(amy, branch, Map.of("english", "Office", "type", "DATE", "revision", "3"));

        assertThat(fixed.statusCode()).isEqualTo(422);
        assertThat(fixed.body()).contains("can’t be changed because 2 customers have a value");
        assertThat(amy.get(FIELDS + "/" + branch).body())
                .contains("Delete this field and its values from 2 customers?");
        assertThat(amy.get("/customers/" + ada).body()).contains("Office", "Taipei");
        assertThat(amy.get("/customers?search=taip").body()).contains("Ada");
        var stale = Map.of("english", "Late", "revision", "1");
        assertThat(change(amy, branch, stale).statusCode()).isEqualTo(422);
        assertThat(change(amy, branch, stale).body()).contains("Late");

        amy.post(FIELDS + "/" + branch + "/deletion", Map.of());

        assertThat(amy.get("/customers/" + ada).body()).doesNotContain("Office", "Taipei");
        assertThat(amy.get("/customers?search=taip").body()).doesNotContain("Ada");
        assertThat(parley.count("select count(*) from contact where field_values <> '{}'"))
                .isZero();
        assertThat(audited("contactField.deleted")).contains("Office");
    }

    @Test
    void anOptionIsRenamedForAllAndRemovedOnlyWithAQuestion() {
        var amy = parley.desk("Amy", Role.ADMINISTRATOR, Role.AGENT);
        var level = choice(amy, "person", "Level", List.of("Gold", "Silver"));
        var gold = option("Gold");
        var ada = create(amy, "Ada", Map.of("person-level", gold));

        var renamed = changeOptions(amy, level, 1, List.of(gold + "|Platinum", "|Bronze"), false);

        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(303);
        assertThat(amy.get("/customers/" + ada).body()).contains("Platinum");
        var used = changeOptions(amy, level, 2, List.of("|Bronze"), false);
        assertThat(used.statusCode()).isEqualTo(422);
        assertThat(used.body())
                .contains("1 customer has an option that you removed", "Bronze")
                .contains("Remove the value from this customer");
        assertThat(values("Ada")).contains(gold);
        assertThat(changeOptions(amy, level, 2, List.of("|Bronze"), true).statusCode())
                .isEqualTo(303);
        assertThat(values("Ada")).isEqualTo("{}");
        assertThat(changeOptions(amy, level, 3, List.of("|Bronze", "|BRONZE"), false).body())
                .contains("Two options have the same name.");
        assertThat(changeOptions(amy, level, 3, List.of(), false).body())
                .contains("Add at least one option.");
    }

    @Test
    void onlyAdministratorsChangeFieldsAndNamesAndKeysAreUnique() {
        var amy = parley.desk("Amy", Role.ADMINISTRATOR);
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        var first = field(amy, "person", Map.of("english", "First"));
        field(amy, "person", Map.of("english", "Second"));

        assertThat(sue.get(FIELDS).statusCode()).isEqualTo(403);
        var form = ContactForms.field(Map.of("english", "Third"));
        assertThat(sue.post(FIELDS + "/new?kind=person", form).statusCode()).isEqualTo(403);
        var taken =
                amy.post(
                        FIELDS + "/new?kind=person",
                        ContactForms.field(Map.of("english", "FIRST")));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("Another field has this name.", "has this key.");
        var reserved = ContactForms.field(Map.of("english", "Emails", "chinese", "電郵"));
        assertThat(amy.post(FIELDS + "/new?kind=person", reserved).body())
                .contains("Every customer already has a field with this key.");
        var chinese = ContactForms.field(Map.of("english", "編號", "chinese", "編號"));
        assertThat(amy.post(FIELDS + "/new?kind=person", chinese).body())
                .contains("Enter a key of at most 30 lowercase letters");
        assertThat(amy.post(FIELDS + "/" + first + "/move", Map.of("to", "down")).statusCode())
                .isEqualTo(303);
        assertThat(amy.get(FIELDS).body()).containsSubsequence("Second", "First");
        field(amy, "company", Map.of("english", "First"));
        parley.database()
                .sql(
                        """
                        insert into contact_field (id, kind, key, english_name, chinese_name,
                                                   english_help, chinese_help, type, required,
                                                   at_desk, position, created_at, created_by,
                                                   changed_at, changed_by)
                        select gen_random_uuid(), 'PERSON', 'more_' || n, 'More ' || n,
                               'More ' || n, '', '', 'TEXT', false, false, 10 + n, changed_at,
                               created_by, changed_at, created_by
                          from contact_field cross join generate_series(1, 28) as n
                         where key = 'second'
                        """)
                .update();
        assertThat(amy.post(FIELDS + "/new?kind=person", form).body())
                .contains("There can be at most 30 fields.");
        assertThat(amy.get("/customers/new?kind=person").body()).contains("More 28");
    }

    @Test
    void filesContainTheFieldsAndAreCheckedRowByRow() {
        var amy = parley.desk("Amy", Role.ADMINISTRATOR, Role.AGENT);
        choice(amy, "person", "Level", List.of("Gold|金級", "Silver"));
        field(amy, "person", Map.of("english", "Member", "type", "YES_NO", "chinese", "會員"));
        field(amy, "person", Map.of("english", "Points", "type", "WHOLE_NUMBER"));
        field(amy, "company", Map.of("english", "Tax ID"));
        create(
                amy,
                "Ada",
                Map.of(
                        "person-level", option("Gold"),
                        "person-member", "true",
                        "person-points", "-5"));
        var exported = amy.get("/customers/export").body();
        assertThat(exported).contains("notes,level,member,points,tax_id").contains("Gold,yes,'-5,");
        assertThat(ContactForms.check(amy, exported)).contains("1 unchanged", "0 with errors");
        var file =
                """
                name,kind,emails,LEVEL,會員,Points,Tax id
                Ben,,ben@example.com,金級,否,7,
                Cid,,cid@example.com,Bronze,maybe,many,
                Formosa,company,,,,,12345678
                """;

        var plan = ContactForms.check(amy, file);

        assertThat(plan)
                .contains("2 new", "1 with errors", "“Level” must be one of: Gold, Silver")
                .contains("“Member” must be “yes” or “no”.", "“Points” must be a whole number");
        var done = ContactForms.confirm(amy, file, plan).body();
        assertThat(done).contains("Imported:", "2 new");
        assertThat(values("Ben"))
                .contains(option("Gold"), "\"member\": \"false\"", "\"points\": \"7\"");
        assertThat(values("Formosa")).contains("12345678");
        var more = "name,emails,points,level\nBen,ben@example.com,8,\n";
        var changes = ContactForms.check(amy, more);
        assertThat(changes).contains("1 changed", "points");
        ContactForms.confirm(amy, more, changes);
        assertThat(values("Ben")).contains(option("Gold"), "\"points\": \"8\"");
    }

    @Test
    void aRequiredFieldIsRequiredOfNewRowsAndLeavesOldContactsAlone() {
        var amy = parley.desk("Amy", Role.ADMINISTRATOR, Role.AGENT);
        create(amy, "Ada", Map.of("emails", "ada@example.com"));
        field(amy, "person", Map.of("english", "Branch", "required", "true"));

        var plan =
                ContactForms.check(
                        amy,
                        """
                        name,emails,phones
                        Ada,ada@example.com,0912 345 678
                        Ben,ben@example.com,
                        """);

        assertThat(plan).contains("1 changed", "1 with errors", "Enter a value for “Branch”.");
        assertThat(amy.get("/customers/" + contactId() + "/edit").body()).contains("(required)");
    }

    @Test
    void cannedAnswersUseTheValuesOfTheLinkedContact() {
        var amy = parley.desk("Amy", Role.ADMINISTRATOR);
        var ann = parley.agent("Ann");
        var level = choice(amy, "person", "Level", List.of("Gold|金級"));
        assertThat(amy.get("/admin/canned-answers/new").body()).contains("{Customer.level}");
        var answer =
                Map.of(
                        "title", "Level",
                        "language", "en",
                        "text", "You are {Customer.level|a guest}.",
                        "tags", "",
                        "scope", "all");
        assertThat(amy.post("/admin/canned-answers/new", answer).statusCode()).isEqualTo(303);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        assertThat(canned(ann)).contains("You are a guest.");

        ann.act("contact", contact("Ada", Map.of("person-level", option("Gold"))));

        assertThat(canned(ann)).contains("You are Gold.");
        amy.post(FIELDS + "/" + level + "/deletion", Map.of());
        assertThat(canned(ann)).contains("You are a guest.");
    }

    private static String canned(Desk desk) {
        return desk.get("/desk/conversations/" + desk.conversation() + "/canned-answers").body();
    }

    /// {@return the id of a new field}
    private String field(Desk desk, String kind, Map<String, String> typed) {
        var form = ContactForms.field(typed).entrySet();
        return created(
                desk.post(FIELDS + "/new?kind=" + kind, form),
                kind,
                typed.getOrDefault("english", ""));
    }

    private String choice(Desk desk, String kind, String name, List<String> options) {
        var form =
                new ArrayList<>(
                        ContactForms.field(Map.of("english", name, "type", "CHOICE")).entrySet());
        options.forEach(option -> form.addAll(row("|" + option)));
        return created(desk.post(FIELDS + "/new?kind=" + kind, form), kind, name);
    }

    private String created(HttpResponse<String> answer, String kind, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return text(
                """
                select id::text as text from contact_field
                 where kind || english_name = upper('%s') || :name
                """
                        .formatted(kind),
                name);
    }

    private static HttpResponse<String> changeOptions(
            Desk desk, String field, int revision, List<String> options, boolean removes) {
        var typed =
                Map.of(
                        "english",
                        "Level",
                        "type",
                        "CHOICE",
                        "revision",
                        Integer.toString(revision),
                        "removesValues",
                        Boolean.toString(removes));
        var form = new ArrayList<>(ContactForms.field(typed).entrySet());
        options.forEach(option -> form.addAll(row(option)));
        return desk.post(FIELDS + "/" + field, form);
    }

    /// {@return the inputs of an option, from `id|english|chinese`}
    private static List<Map.Entry<String, String>> row(String option) {
        var parts = option.split("\\|", -1);
        return List.of(
                Map.entry("optionId", parts[0]),
                Map.entry("optionEnglish", parts[1]),
                Map.entry("optionChinese", parts.length > 2 ? parts[2] : ""));
    }

    private static HttpResponse<String> change(Desk desk, String field, Map<String, String> typed) {
        return desk.post(FIELDS + "/" + field, ContactForms.field(typed));
    }

    private static HttpResponse<String> edit(
            Desk desk, String id, int revision, Map<String, String> typed) {
        var all = contact("Ada", typed);
        all.put("revision", Integer.toString(revision));
        return desk.post("/customers/" + id + "/edit", all);
    }

    /// {@return the id of the option with this name}
    private String option(String english) {
        return text(
                """
                select option ->> 'id' as text
                  from contact_field, jsonb_array_elements(options) as option
                 where option ->> 'english' = :name
                """,
                english);
    }

    private String values(String contact) {
        return text("select field_values::text as text from contact where name = :name", contact);
    }

    private String audited(String action) {
        return text(
                """
                select coalesce(string_agg(before::text || after::text, ' '), '') as text
                  from audit_entry where action = :name
                """,
                action);
    }

    private String text(String sql, String name) {
        return parley.database()
                .sql(sql)
                .param("name", name)
                .query((row, _) -> row.getString("text"))
                .single();
    }

    private String contactId() {
        return parley.database()
                .sql("select id from contact")
                .query(UUID.class)
                .single()
                .toString();
    }

    private static String create(Desk desk, String name, Map<String, String> typed) {
        return ContactForms.create(desk, "person", contact(name, typed));
    }

    private static Map<String, String> contact(String name, Map<String, String> typed) {
        var all = ContactForms.contact(typed);
        all.put("name", name);
        return all;
    }
}
