package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.ApiTokens;
import dev.parley.identity.NewToken;
import dev.parley.identity.Role;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Asking a colleague for help, who reads along and writes notes; and adding them to the
/// conversation.
@ExtendWith(TestParleyExtension.class)
class ConsultTests {
    private static final Pattern CONSULT =
            Pattern.compile("data-accept-address=\"(/desk/consults/[^\"/]+)/accept\"");

    private final TestParley parley;
    private final TestCustomer ada;
    private final Desk ann;
    private final Desk ben;

    ConsultTests(TestParley parley) {
        this.parley = parley;
        ada = parley.customer("Ada");
        ada.writes("My pump hums");
        ann = parley.agent("Ann").accepts(ada);
        ben = parley.agent("Ben");
        ben.opens(ann.conversation());
    }

    @Test
    void aColleagueReadsAlongAndWritesNotesButTheAgentKeepsTheConversation() {
        assertThat(ann.region("head")).contains("data-do=\"consult\"");
        assertThat(ann.get(path("/consult")).body()).contains("Ben", "Available");

        asks(ann, ben, "Do you know this hum?");
        assertThat(card(ben))
                .contains("Ann consults you:", "Do you know this hum?", "My pump hums");
        assertThat(ben.get(path("/timeline")).statusCode()).isEqualTo(404);
        accepts(ben);

        ben.sees("Do you know this hum?");
        assertThat(ben.region("participants")).contains("You are helping Ann");
        assertThat(ben.region("composer-state")).contains("You can write internal notes");
        assertThat(ben.worklist("mine")).contains("Ada", "Participating");
        assertThat(note(ben, "It is the bearing").statusCode()).isEqualTo(204);
        assertThat(ben.tries("It is the bearing").statusCode()).isEqualTo(409);
        assertThat(ben.act("take-over", Map.of()).statusCode()).isEqualTo(409);
        assertThat(transfer(ben, ann).statusCode()).isEqualTo(409);
        assertThat(ann.region("participants")).contains("Ben", "is consulted");
        ann.sees("It is the bearing");
        ann.replies("It is the bearing, I send one");
        ben.sees("I send one");
        assertThat(activeWith(ben)).isZero();

        assertThat(ben.act("participants/leave", Map.of()).statusCode()).isEqualTo(204);

        assertThat(ben.get(path("/timeline")).statusCode()).isGreaterThanOrEqualTo(400);
        var late = note(ben, "One more thing");
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("You are no longer in this conversation");
        assertThat(ben.region("participants")).contains("You are no longer in this conversation");
        assertThat(ben.worklist("mine")).doesNotContain("Ada");
        assertThat(ann.thread())
                .contains(
                        "Ann asked Ben for help",
                        "Ben accepted the consult",
                        "Ben left the consult")
                .doesNotContain("One more thing");
        assertThat(ann.region("participants")).doesNotContain("Ben");
    }

    @Test
    void whoReadsAlongIsToldOfChangesUntilTheAgentEndsIt() {
        asks(ann, ben, "");
        parley.until("Ben is told", () -> ben.received().contains("offers"));
        accepts(ben);
        ben.get(path(""));
        var events = ben.received().length();
        ada.writes("It got louder");
        parley.until(
                "Ben is told",
                () ->
                        ben.received()
                                .substring(events)
                                .contains("conversation-" + ann.conversation()));
        assertThat(ben.thread()).contains("It got louder");

        assertThat(ann.act("participants/" + id(ben) + "/remove", Map.of()).statusCode())
                .isEqualTo(204);

        ben.region("head");
        parley.settle();
        var before = ben.received().length();
        ada.writes("Are you there?");
        ann.sees("Are you there?");
        parley.settle();
        assertThat(ben.received().substring(before)).doesNotContain(ann.conversation());
        assertThat(ann.thread()).contains("Ann ended the consult with Ben");
        assertThat(ben.act("participants/leave", Map.of()).body())
                .contains("You are no longer in this conversation");
    }

    @Test
    void theAgentLearnsThatAColleagueDeclinesOrDoesNotAnswer() {
        asks(ann, ben, "");
        assertThat(ann.region("participants")).contains("has not answered yet");
        assertThat(ben.post(address(ben) + "/decline", Map.of()).statusCode()).isEqualTo(204);
        assertThat(ann.thread()).contains("Ben declined the consult");
        assertThat(alerts(ann)).contains("Ada");
        assertThat(isAsked(ben)).isFalse();

        asks(ann, ben, "");
        var address = address(ben);
        parley.timePasses(Duration.ofSeconds(121));
        ann.sees("Ben did not respond in time");
        assertThat(isAsked(ben)).isFalse();
        var late = ben.post(address + "/accept", Map.of());
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("the time to answer has passed");

        asks(ann, ben, "");
        assertThat(ann.act("consult/" + id(ben) + "/withdraw", Map.of()).statusCode())
                .isEqualTo(204);
        assertThat(isAsked(ben)).isFalse();
        assertThat(ann.thread()).contains("Ann withdrew the request to Ben");
        assertThat(ben.worklist("mine")).doesNotContain("You missed");
    }

    @Test
    void nobodyIsAskedAnyMoreWhenItWasTransferredAndTheFormerAgentGetsItBack() {
        var cleo = parley.agent("Cleo");
        asks(ann, ben, "");
        var address = address(ben);
        asks(ann, cleo, "");
        accepts(cleo);

        assertThat(transfer(ann, cleo).statusCode()).isEqualTo(204);

        assertThat(ben.post(address + "/accept", Map.of()).statusCode()).isEqualTo(409);
        assertThat(isAsked(ben)).isFalse();
        cleo.accepts(ada);
        assertThat(cleo.region("participants")).doesNotContain("You are helping");
        assertThat(ann.get(path("/timeline")).statusCode()).isGreaterThanOrEqualTo(400);
        cleo.replies("I am Cleo");
        assertThat(transfer(cleo, ann).statusCode()).isEqualTo(204);
        ann.accepts(ada);
        assertThat(participants()).isZero();
    }

    @Test
    void searchAndProgramsOfTheColleagueFollow() throws Exception {
        var token =
                parley.part(ApiTokens.class)
                        .issue(
                                new UserId(UUID.fromString(id(ben))),
                                NewToken.unlimited("ben"),
                                null)
                        .key();
        parley.until(
                "it is found", () -> ann.get("/desk/search?q=pump").body().contains("search-item"));
        assertThat(ben.get("/desk/search?q=pump").body()).doesNotContain("search-item");
        assertThat(asProgram(token)).doesNotContain(ann.conversation());

        asks(ann, ben, "");
        accepts(ben);
        assertThat(ben.get("/desk/search?q=pump").body()).contains("search-item");
        assertThat(asProgram(token)).contains(ann.conversation());

        ben.act("participants/leave", Map.of());
        assertThat(ben.get("/desk/search?q=pump").body()).doesNotContain("search-item");
        assertThat(asProgram(token)).doesNotContain(ann.conversation());
    }

    @Test
    void closingEndsIt() {
        asks(ann, ben, "");
        accepts(ben);
        ann.does("end");
        assertThat(ben.region("participants")).contains("You are helping Ann");
        ann.does("close");

        assertThat(participants()).isZero();
        assertThat(ben.worklist("mine")).doesNotContain("Ada");
    }

    @Test
    void aColleagueIsAskedOnceAndFiveAtMost() {
        var key = UUID.randomUUID();
        assertThat(ask(ann, ben, "Please", key).statusCode()).isEqualTo(204);
        assertThat(ask(ann, ben, "Please", key).statusCode()).isEqualTo(204);
        assertThat(parley.count("select count(*) from consult")).isOne();
        assertThat(parley.count("select count(*) from message where kind = 'INTERNAL_NOTE'"))
                .isOne();
        assertThat(ask(ann, ben, "", UUID.randomUUID()).body()).contains("has not answered yet");
        assertThat(ask(ann, ann, "", UUID.randomUUID()).statusCode()).isEqualTo(422);
        assertThat(ask(ben, ann, "", UUID.randomUUID()).statusCode()).isEqualTo(409);
        assertThat(ann.act("consult", Map.of("agent", "", "key", key.toString())).body())
                .contains("Choose a colleague");
        for (var name : new String[] {"Cleo", "Dan", "Eve", "Fay"}) {
            asks(ann, parley.agent(name), "");
        }

        assertThat(ask(ann, parley.agent("Gus"), "", UUID.randomUUID()).body())
                .contains("At most 5 colleagues");
    }

    @Test
    void whoIsAddedStaysOverATransferAndIsAlertedOfMessages() {
        asks(ann, ben, "");
        accepts(ben);
        assertThat(alerts(ben)).doesNotContain("Ada");
        var added = ann.act("participants/" + id(ben) + "/add", Map.of());
        assertThat(added.statusCode()).isEqualTo(204);
        assertThat(ben.region("participants")).contains("You were added", "Ann replies");
        assertThat(ann.thread()).contains("Ann added Ben to the conversation");

        ada.writes("It got louder");
        parley.until("Ben is alerted", () -> alerts(ben).contains("Ada"));
        reads(ben);
        assertThat(alerts(ben)).doesNotContain("Ada");
        assertThat(alerts(ann)).contains("Ada");

        var cleo = parley.agent("Cleo");
        assertThat(transfer(ann, cleo).statusCode()).isEqualTo(204);
        assertThat(ben.region("participants")).contains("waiting for an agent");
        cleo.accepts(ada);
        assertThat(ben.region("participants")).contains("Cleo replies");
        assertThat(note(ben, "I know her").statusCode()).isEqualTo(204);
        cleo.sees("I know her");

        var sue = parley.desk("Sue", Role.SUPERVISOR);
        sue.opens(ann.conversation());
        assertThat(sue.region("participants")).contains("Ben", "/remove");
        assertThat(sue.act("participants/" + id(ben) + "/remove", Map.of()).statusCode())
                .isEqualTo(204);
        assertThat(cleo.thread()).contains("Sue removed Ben from the conversation");
        assertThat(note(ben, "Too late").statusCode()).isEqualTo(403);
        assertThat(sue.act("participants/" + id(ben) + "/add", Map.of()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aSupervisorAsksForAnAgent() {
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        sue.opens(ann.conversation());

        asks(sue, ben, "");
        assertThat(card(ben)).contains("Sue consults you:");
        accepts(ben);

        assertThat(ben.region("participants")).contains("You are helping Ann");
        assertThat(ann.thread()).contains("Sue asked Ben for help");
        var mention = note(ann, "Thank you @Ben");
        assertThat(mention.statusCode()).isEqualTo(204);
        assertThat(ben.get("/desk/mentions").body()).contains("Thank you");
        assertThat(sue.act("participants/" + id(ben) + "/remove", Map.of()).statusCode())
                .isEqualTo(204);
        assertThat(ben.get("/desk/mentions").body()).doesNotContain("Thank you");
    }

    private String asProgram(String token) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(parley.url() + "/api/v1/conversations"))
                            .header("Authorization", "Bearer " + token)
                            .build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static String path(Desk desk, String what) {
        return "/desk/conversations/" + desk.conversation() + what;
    }

    private String path(String what) {
        return path(ann, what);
    }

    private void asks(Desk desk, Desk colleague, String note) {
        assertThat(ask(desk, colleague, note, UUID.randomUUID()).statusCode()).isEqualTo(204);
        colleague.opens(desk.conversation());
    }

    private HttpResponse<String> ask(Desk desk, Desk colleague, String note, UUID key) {
        var fields = Map.of("agent", id(colleague), "note", note, "key", key.toString());
        return desk.act("consult", fields);
    }

    private static void accepts(Desk desk) {
        assertThat(desk.post(address(desk) + "/accept", Map.of()).statusCode()).isEqualTo(204);
    }

    private static String address(Desk desk) {
        var found = CONSULT.matcher(desk.worklist("mine"));
        assertThat(found.find()).as("a consult of " + desk.signInName()).isTrue();
        return found.group(1);
    }

    private static boolean isAsked(Desk desk) {
        return CONSULT.matcher(desk.worklist("mine")).find();
    }

    private static String card(Desk desk) {
        assertThat(isAsked(desk)).isTrue();
        return desk.worklist("mine").split("</article>", 2)[0];
    }

    private static HttpResponse<String> note(Desk desk, String text) {
        return desk.act("notes", Map.of("text", text, "key", UUID.randomUUID().toString()));
    }

    private HttpResponse<String> transfer(Desk desk, Desk to) {
        var target = "agent:" + id(to);
        return desk.act("transfer", Map.of("target", target, "key", UUID.randomUUID().toString()));
    }

    private static String alerts(Desk desk) {
        return desk.post("/desk/changes", Map.of("alerts", "")).body();
    }

    private static void reads(Desk desk) {
        var page =
                Map.of(
                        "conversation",
                        desk.conversation(),
                        "timeline",
                        "",
                        "reading",
                        "true",
                        "pageKey",
                        UUID.randomUUID().toString());
        assertThat(desk.post("/desk/changes", page).statusCode()).isEqualTo(200);
    }

    private long activeWith(Desk desk) {
        return parley.count(
                "select count(*) from conversation where agent_id = '%s'".formatted(id(desk)));
    }

    private long participants() {
        return parley.count("select count(*) from conversation where participants <> '{}'")
                + parley.count("select count(*) from participant where left_at is null");
    }

    private String id(Desk desk) {
        return parley.part(Users.class)
                .bySignInName(desk.signInName())
                .orElseThrow()
                .id()
                .value()
                .toString();
    }
}
