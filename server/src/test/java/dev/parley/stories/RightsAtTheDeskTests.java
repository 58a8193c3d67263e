package dev.parley.stories;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.background.Pump;
import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestParleyExtension.class)
class RightsAtTheDeskTests {
    private final TestParley parley;

    RightsAtTheDeskTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void usersWhoAreNotAgentsCanOnlyRead() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).replies("Good morning");
        ada.writes("Thanks");
        ann.sees("Thanks");
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        sue.opens(ann.conversation());

        assertThat(sue.get("/desk").body()).contains("Ada").doesNotContain("/desk?view=mine");
        assertThat(sue.thread()).contains("Good morning");
        assertThat(sue.region("composer-state")).contains("Only agents can reply");
        cannotAct(sue);
        reassign(ann, sue);
        cannotAct(sue);
        assertThat(ada.received()).containsExactly("Good morning");
    }

    @Test
    void onlyAgentsTakeWaitingConversations() {
        var sue = parley.desk("Sue", Role.SUPERVISOR, Role.ADMINISTRATOR);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("it waits", () -> sue.worklist("open").contains("Ada"));
        sue.opens(conversation());

        assertThat(sue.region("head"))
                .contains("data-state=\"OPEN\"")
                .doesNotContain("/assign-to-me");
        assertThat(sue.act("assign-to-me", Map.of()).statusCode()).isEqualTo(403);

        var ann = parley.agent("Ann");
        ann.opens(conversation());
        assertThat(ann.region("head")).contains("/assign-to-me");
        ann.accepts(ada);
        sue.givesOnlyRole(Role.SUPERVISOR, ann.signInName());
        assertThat(ann.tries("Too late").statusCode()).isEqualTo(409);
        parley.part(Pump.class, "lostAgentsPump").nudge();
        parley.until("it waits again", () -> ann.region("head").contains("data-state=\"OPEN\""));
        sue.givesOnlyRole(Role.AGENT, ann.signInName());
    }

    @Test
    void aRefusalSaysWhoseTheConversationIs() {
        var ann = parley.agent("Ann");
        var ben = parley.agent("Ben");
        var sue = parley.desk("Sue", Role.SUPERVISOR, Role.AGENT);
        parley.customer("Ada").writes("Hello");
        parley.handled(1);
        var open = conversation();
        assertThat(refused(ben, open))
                .containsOnly(
                        "This conversation is not assigned. " + "Assign it to yourself to reply.");

        ann.opens(open);
        ann.does("assign-to-me");
        assertThat(refused(sue, open)).containsOnly("This conversation is assigned to Ann.");
        assertThat(refused(ben, open))
                .containsOnly(
                        "This conversation no longer exists, or you don’t have access to it.");

        ann.does("end");
        assertThat(refused(ann, open)).allMatch(text -> text.startsWith("Ended. "));
        ann.does("close");
        assertThat(refused(ben, open)).containsOnly("The conversation has been closed.");
    }

    /// {@return the distinct answers when this user replies and moves it to waiting}
    private static Set<String> refused(Desk desk, String conversation) {
        var path = "/desk/conversations/" + conversation;
        var text = Map.of("text", "Hello", "key", UUID.randomUUID().toString());
        return Stream.of(desk.post(path + "/replies", text), desk.post(path + "/wait", Map.of()))
                .map(HttpResponse::body)
                .collect(toSet());
    }

    @Test
    void picturesFollowTheAccessToConversations() {
        var ann = parley.agent("Ann");
        var ben = parley.agent("Ben");
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until(
                "the picture is there",
                () -> parley.count("select count(*) from customer where picture is not null") == 1);
        var address =
                "/desk/customers/%s/picture"
                        .formatted(
                                parley.database()
                                        .sql("select id from customer")
                                        .query(UUID.class)
                                        .single());
        assertThat(List.of(seen(ann, address), seen(ben, address), seen(sue, address)))
                .containsOnly(200);

        ann.opens(conversation());
        ann.does("assign-to-me");
        assertThat(seen(ann, address)).isEqualTo(200);
        assertThat(seen(ben, address)).isEqualTo(404);
        assertThat(seen(sue, address)).isEqualTo(200);

        ann.does("end");
        ann.does("close");
        assertThat(seen(ben, address)).isEqualTo(200);
    }

    @Test
    void supervisorsSeeQueuesAndPresence() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        ann.setPresence("AWAY");
        parley.customer("Bob").writes("Anybody?");
        var sue = parley.desk("Sue", Role.SUPERVISOR);

        parley.until("Bob waits", () -> sue.worklist("open").contains("Bob"));
        var page = sue.get("/supervision");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Ann", "Away", "/desk?view=all");
        assertThat(sue.worklist("all")).contains("Ada", "Bob", "Ann");
        assertThat(sue.get("/").headers().firstValue("Location")).hasValue("/desk");
        assertThat(sue.get("/desk").body()).contains("All conversations", "/supervision");
        assertThat(ann.get("/supervision").statusCode()).isEqualTo(403);
        assertThat(ann.worklist("all")).contains("Ada", "Bob");
        assertThat(parley.agent("Ben").worklist("all")).contains("Bob").doesNotContain("Ada");
    }

    @Test
    void theLanguageCanBeChosen() {
        var ann = parley.agent("Ann");

        var answer = ann.post("/account/language", Map.of("language", "zh-TW"));

        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/");
        assertThat(ann.get("/desk").body()).contains("lang=\"zh-TW\"", "登出", "/account/password");
        assertThat(ann.post("/account/language", Map.of("language", "tlh")).statusCode())
                .isEqualTo(400);
        ann.post("/account/language", Map.of("language", "en"));
    }

    private static int seen(Desk desk, String address) {
        return desk.get(address).statusCode();
    }

    private void cannotAct(Desk reader) {
        assertThat(reader.region("head")).doesNotContain("hx-post");
        for (var action :
                List.of(
                        "assign-to-me",
                        "end",
                        "wait",
                        "resume",
                        "close",
                        "undo-end",
                        "undo-close")) {
            assertThat(reader.act(action, Map.of()).statusCode()).as(action).isEqualTo(403);
        }
        for (var action : List.of("control/take-over", "control/request", "control/release")) {
            assertThat(reader.act(action, Map.of()).statusCode()).as(action).isEqualTo(403);
        }
        assertThat(reader.tries("Let me").statusCode()).isEqualTo(409);
        assertThat(
                        reader.attaches(
                                        "a.txt",
                                        "a".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .statusCode())
                .isEqualTo(422);
        assertThat(reader.reacts(reader.messageThatSays("Thanks"), "LOVE").statusCode())
                .isEqualTo(409);
        assertThat(
                        reader.post(
                                        "/desk/messages/%s/resend"
                                                .formatted(reader.messageThatSays("Good morning")),
                                        Map.of())
                                .statusCode())
                .isEqualTo(409);
    }

    /// As if the role had been removed from a user to whom the conversation is assigned.
    private void reassign(Desk before, Desk now) {
        parley.database()
                .sql(
                        """
                        update conversation
                           set agent_id = (select id from user_account where sign_in_name = :now)
                         where id = :id
                        """)
                .param("now", now.signInName())
                .param("id", UUID.fromString(before.conversation()))
                .update();
    }

    private String conversation() {
        return parley.database()
                .sql("select id from conversation")
                .query(UUID.class)
                .single()
                .toString();
    }
}
