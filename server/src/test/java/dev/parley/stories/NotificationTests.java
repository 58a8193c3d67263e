package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.Workstreams;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Administrators decide how agents are notified; agents decide how they are alerted of messages.
@ExtendWith(TestParleyExtension.class)
class NotificationTests {
    private final TestParley parley;
    private final Desk alex;

    NotificationTests(TestParley parley) {
        this.parley = parley;
        this.alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
    }

    @Test
    void aTemplateDecidesTheCountdownAndWhetherAnAgentMayDecline() {
        use(created(Map.of("countdown", "30", "mayDecline", "false", "acceptEnglish", "Help now")));
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("Ann is asked", () -> ann.isOffered(ada));

        assertThat(ann.worklist("mine"))
                .contains("Help now", "data-seconds=\"30\"")
                .doesNotContain("data-do=\"decline\"");
        assertThat(ann.post("/desk/offers/%s/decline".formatted(offer()), Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(ann.isOffered(ada)).isTrue();

        parley.timePasses(Duration.ofSeconds(31));
        parley.until("she missed it", () -> ann.worklist("mine").contains("You missed"));
    }

    @Test
    void aKnownCustomerIsAnnouncedWithTheirCompany() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("Ann is asked", () -> ann.isOffered(ada));
        assertThat(ann.worklist("mine")).doesNotContain("Company</dt>");
        ann.accepts(ada);
        var contact =
                Map.of(
                        "name",
                        "Ada",
                        "company",
                        "Formosa Trading",
                        "emails",
                        "",
                        "phones",
                        "",
                        "tags",
                        "",
                        "notes",
                        "");
        assertThat(ann.act("contact", contact).statusCode()).isLessThan(400);
        ann.does("wait");

        ada.writes("Hello again");
        parley.until("Ann is asked again", () -> ann.isOffered(ada));

        assertThat(ann.worklist("mine")).contains("Company</dt>", "Formosa Trading");
    }

    @Test
    void aConversationIsAssignedAtOnceAndTheAgentIsTold() {
        use(created(Map.of("autoAssign", "true")));
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("Ann has it", () -> ann.worklist("mine").contains("Assigned to you:"));
        assertThat(ann.isOffered(ada)).isFalse();
        var bob = parley.customer("Bob");
        bob.writes("Hi");
        parley.until(
                "Ann has both, and their names are known",
                () ->
                        notices(ann) == 2
                                && parley.count("select count(*) from customer where name is null")
                                        == 0);

        ann.opens(conversationOf("Ada"));
        ann.get("/desk/conversations/" + ann.conversation());
        ann.sees("assigned to Ann automatically");
        ann.replies("How can I help?");

        assertThat(notices(ann)).isOne();
        var notice =
                parley.database()
                        .sql("select id::text from offer where conversation_id = ?::uuid")
                        .param(conversationOf("Bob"))
                        .query(String.class)
                        .single();
        var ben = parley.agent("Ben");
        ben.post("/desk/assignments/%s/seen".formatted(notice), Map.of());
        assertThat(notices(ann)).isOne();
        ann.post("/desk/assignments/%s/seen".formatted(notice), Map.of());
        ann.post("/desk/assignments/%s/seen".formatted(notice), Map.of());
        assertThat(notices(ann)).isZero();
    }

    @Test
    void aTransferHasATemplateOfItsOwn() {
        var transfer = created(Map.of("occasion", "TRANSFER", "declineEnglish", "Not me"));
        choose(Map.of("TRANSFER", transfer));
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("Ann is asked", () -> ann.isOffered(ada));
        assertThat(ann.worklist("mine")).contains("New conversation:").doesNotContain("Not me");
        ann.accepts(ada);
        var ben = parley.agent("Ben");
        var target =
                parley.database()
                        .sql("select 'agent:' || id from user_account where sign_in_name = 'ben'")
                        .query(String.class)
                        .single();

        ann.act(
                "transfer",
                Map.of("target", target, "note", "", "key", UUID.randomUUID().toString()));

        parley.until("Ben is asked", () -> ben.isOffered(ada));
        assertThat(ben.worklist("mine")).contains("Transferred conversation:", "Not me");
    }

    @Test
    void nobodyIsConsultedWithoutBeingAsked() {
        var consult =
                created(
                        Map.of(
                                "occasion", "CONSULT",
                                "autoAssign", "true",
                                "mayDecline", "false",
                                "countdown", "45"));
        assertThat(alex.get("/admin/notification-templates/" + consult).body())
                .doesNotContain("name=\"autoAssign\"");
        choose(Map.of("CONSULT", consult));
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        var ben = parley.agent("Ben");
        var key = UUID.randomUUID().toString();
        var user =
                parley.database()
                        .sql("select id::text from user_account where sign_in_name = 'ben'")
                        .query(String.class)
                        .single();

        assertThat(ann.act("consult", Map.of("agent", user, "key", key)).statusCode())
                .isEqualTo(204);

        assertThat(ben.worklist("mine"))
                .contains("Ann consults you:", "data-seconds=\"45\"")
                .doesNotContain("data-do=\"decline\"");
    }

    @Test
    void aTemplateIsCheckedAndNothingTypedIsLost() {
        var refused =
                alex.post(
                        "/admin/notification-templates/new",
                        form(
                                Map.of(
                                        "countdown", "29",
                                        "name", "Quick",
                                        "acceptEnglish", "x".repeat(31))));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"Quick\"", "value=\"29\"", "Use at most 30 characters");
        var template = created(Map.of("name", "Quick"));
        assertThat(
                        alex.post(
                                        "/admin/notification-templates/new",
                                        form(Map.of("name", "quick")))
                                .body())
                .contains("already has this name");
        var address = "/admin/notification-templates/" + template;
        assertThat(alex.post(address, form(Map.of("name", "Slow", "revision", "1"))).statusCode())
                .isEqualTo(303);
        var late = alex.post(address, form(Map.of("name", "Late", "revision", "1")));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("You changed this in another window", "value=\"Late\"");
    }

    @Test
    void whatIsUsedIsNotDeletedAndADefaultNever() {
        var template = created(Map.of("name", "Quick"));
        use(template);
        var address = "/admin/notification-templates/%s/deletion";

        var used = alex.post(address.formatted(template), Map.of());
        assertThat(used.statusCode()).isEqualTo(422);
        assertThat(used.body()).contains("First choose another template in:", "Facebook");
        assertThat(alex.post(address.formatted(defaultTemplate()), Map.of()).statusCode())
                .isEqualTo(422);
        choose(Map.of("UNKNOWN_CUSTOMER", defaultTemplate()));

        var ann = parley.agent("Ann");
        assertThat(ann.post(address.formatted(template), Map.of()).statusCode()).isEqualTo(403);
        assertThat(alex.post(address.formatted(template), Map.of()).statusCode()).isEqualTo(303);
        assertThat(alex.get("/admin/audit").body())
                .contains("Notification template created", "Notification template deleted");
    }

    @Test
    void aLateChoiceOfTemplatesIsNotSaved() {
        var template = created(Map.of("name", "Quick"));
        var stream = parley.part(Workstreams.class).defaultWorkstream();
        var address = "/admin/workstreams/%s/notifications".formatted(stream.id());
        var form = Map.of("UNKNOWN_CUSTOMER", template, "revision", "" + stream.revision());
        assertThat(alex.post(address, form).statusCode()).isEqualTo(303);

        var late = alex.post(address, form);

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("You changed this in another window");
    }

    @Test
    void anAgentIsAlertedOfTheirOwnMessagesWithoutTheText() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        ann.worklist("mine");
        ada.writes("My number is 0912");

        parley.until("it is unread", () -> alerts(ann).contains("Ada"));
        assertThat(alerts(ann)).doesNotContain("0912");
        assertThat(alerts(parley.agent("Ben"))).doesNotContain("Ada");

        assertThat(
                        ann.post(
                                        "/account/notifications",
                                        Map.of(
                                                "sound", "true",
                                                "desktop", "ALWAYS",
                                                "showText", "true",
                                                "repeat", "31"))
                                .statusCode())
                .isEqualTo(303);

        assertThat(alerts(ann)).contains("0912", "data-desktop=\"ALWAYS\"", "data-repeat=\"0\"");
        assertThat(alex.get("/account/notifications").statusCode()).isEqualTo(403);
    }

    private static String alerts(Desk desk) {
        return desk.post("/desk/changes", Map.of("alerts", "")).body();
    }

    private static int notices(Desk desk) {
        return desk.worklist("mine").split("data-test=\"assigned\"", -1).length - 1;
    }

    private String created(Map<String, String> fields) {
        var answer = alex.post("/admin/notification-templates/new", form(fields));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var place = answer.headers().firstValue("Location").orElseThrow();
        return place.substring(place.lastIndexOf('/') + 1, place.indexOf('?'));
    }

    private static Map<String, String> form(Map<String, String> fields) {
        var form =
                new HashMap<>(
                        Map.of(
                                "occasion", "UNKNOWN_CUSTOMER",
                                "name", "Other",
                                "countdown", "120",
                                "fields", "LAST_MESSAGE",
                                "mayDecline", "true",
                                "desktop", "NEVER",
                                "sound", "true"));
        form.putAll(fields);
        return form;
    }

    private void use(String template) {
        choose(Map.of("UNKNOWN_CUSTOMER", template));
    }

    private void choose(Map<String, String> templates) {
        var stream = parley.part(Workstreams.class).defaultWorkstream();
        var fields = new HashMap<>(templates);
        fields.put("revision", "" + stream.revision());
        var address = "/admin/workstreams/%s/notifications".formatted(stream.id());
        assertThat(alex.post(address, fields).statusCode()).isEqualTo(303);
    }

    private String defaultTemplate() {
        return text(
                "select id::text from notification_template where is_default and occasion = 'UNKNOWN_CUSTOMER'");
    }

    private String offer() {
        return text("select id::text from offer where outcome is null");
    }

    private String conversationOf(String customer) {
        return parley.database()
                .sql(
                        """
                        select c.id::text from conversation c join customer k on k.id = c.customer_id
                         where k.name like ? || '%'
                        """)
                .param(customer)
                .query(String.class)
                .single();
    }

    private String text(String sql) {
        return parley.database().sql(sql).query(String.class).single();
    }
}
