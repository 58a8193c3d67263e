package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Address;
import dev.parley.conversation.PersonErasure;
import dev.parley.identity.ApiTokens;
import dev.parley.identity.NewToken;
import dev.parley.identity.Role;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.DeadLetters;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.texting.Texting;
import dev.parley.texting.TextingCourier;
import dev.parley.texting.TextingNumbers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A channel besides Messenger that Parley's core has no knowledge of: no reply window, 500
/// characters, no reactions, no files, and bodies in its own format.
@ExtendWith(TestParleyExtension.class)
class SecondChannelTests {
    private static final String HOTLINE = "0800";
    private static final String GRACE = "0912345678";
    private static final String LETTERS = "/admin/dead-letters";

    private final TestParley parley;
    private final Texting texting;
    private final TextingNumbers numbers;
    private final TextingCourier sent;
    private final DeadLetters letters;

    SecondChannelTests(TestParley parley) {
        this.parley = parley;
        this.texting = parley.part(Texting.class);
        this.numbers = parley.part(TextingNumbers.class);
        this.sent = parley.part(TextingCourier.class);
        this.letters = parley.part(DeadLetters.class);
        numbers.onlyHas(HOTLINE, "Order hotline");
    }

    @Test
    void aTextIsReceivedShownAndAnswered() {
        var ann = parley.agent("Ann");
        writes("t-1", "Where is my tea?");

        takes(ann);
        ann.sees("Where is my tea?");
        assertThat(ann.region("customer")).contains("Texting · Order hotline", GRACE);
        assertThat(ann.worklist("mine")).contains("Order hotline", "Where is my tea?");

        var before = sent.textsTo(GRACE).size();
        ann.replies("It is on its way to you. ".repeat(40));

        parley.until("it is sent", () -> sent.textsTo(GRACE).size() == before + 2);
        assertThat(sent.textsTo(GRACE)).allMatch(text -> text.length() <= 500);
        ann.seesMark("sent");
    }

    @Test
    void theDeskOffersOnlyWhatTheChannelCanDo() {
        var ann = parley.agent("Ann");
        writes("t-2", "Good morning");
        takes(ann);
        var message = ann.messageThatSays("Good morning");

        assertThat(ann.thread()).doesNotContain("data-do=\"answer\"", "data-do=\"react\"");
        assertThat(ann.get("/desk/conversations/" + ann.conversation()).body())
                .contains("data-limit=\"500\"")
                .doesNotContain("data-do=\"attach\"", "data-do=\"reply-buttons\"");
        assertThat(ann.answers(message, "Good morning").statusCode()).isEqualTo(422);
        assertThat(ann.asks("Tea?", List.of("Yes")).statusCode()).isEqualTo(422);
        assertThat(ann.reacts(message, "LOVE").statusCode()).isEqualTo(409);
        assertThat(ann.attaches("list.txt", new byte[] {65}).body())
                .contains("Files cannot be sent in this channel");
    }

    @Test
    void aChannelWithoutAReplyWindowIsAlwaysOpen() {
        var ann = parley.agent("Ann");
        writes("t-3", "Call me in four weeks");
        takes(ann);

        parley.timePasses(Duration.ofDays(29));
        var before = sent.textsTo(GRACE).size();
        ann.replies("Here we are");

        parley.until("it is sent", () -> sent.textsTo(GRACE).size() == before + 1);
    }

    @Test
    void programsSeeTheChannelAndSendThroughIt() throws Exception {
        writes("t-4", "Is anybody there?");

        var item = api("GET", "?channel=texting&endpointId=" + HOTLINE, "").at("/items/0");
        assertThat(item.path("channel").asString()).isEqualTo("texting");
        assertThat(item.path("endpointId").asString()).isEqualTo(HOTLINE);
        assertThat(item.path("personId").asString()).isEqualTo(GRACE);
        assertThat(item.at("/replyWindow/state").asString()).isEqualTo("open");
        assertThat(item.at("/replyWindow/closesAt").isNull()).isTrue();
        assertThat(api("GET", "?channel=facebook", "").path("items").size()).isZero();

        var messages = "/" + item.path("id").asString() + "/messages";
        var tooLong = "{\"text\":\"%s\"}".formatted("x".repeat(5001));
        assertThat(api("POST", messages, tooLong).path("longest").asInt()).isEqualTo(5000);
        var before = sent.textsTo(GRACE).size();
        assertThat(api("POST", messages, "{\"text\":\"Yes\"}").path("status").asString())
                .isEqualTo("queued");
        parley.until("it is sent", () -> sent.textsTo(GRACE).size() == before + 1);
    }

    @Test
    void unreadableBodiesAreRetriedByTheirOwnChannel() {
        var alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        texting.delivers("0801;%s;t-5;Hello there".formatted(GRACE));
        texting.delivers("no line at all");

        assertThat(alex.get(LETTERS).body()).contains("0801");
        assertThat(letters.waiting()).allMatch(letter -> letter.channel().equals(Texting.KIND));
        var unknown =
                letters.waiting().stream()
                        .filter(letter -> letter.cause() == Cause.UNKNOWN_ENDPOINT)
                        .findFirst()
                        .orElseThrow();
        numbers.onlyHas("0801", "Second line");
        alex.post(LETTERS + "/" + unknown.id() + "/retry", Map.of());

        parley.handled(1);
        assertThat(letters.count()).isEqualTo(1);
        assertThat(parley.count("select count(*) from message where text = 'Hello there'")).isOne();
    }

    @Test
    void administratorsSeeTheChannelInItsOwnWords() {
        var alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        assertThat(alex.get("/admin/workstreams/new").body()).contains("Texting");

        var created =
                alex.post(
                        "/admin/workstreams/new",
                        Map.of(
                                "name", "Orders by text",
                                "channel", Texting.KIND.name(),
                                "mode", "PUSH",
                                "fallback", "new",
                                "queueName", "Orders by text"));
        var screen = alex.get(created.headers().firstValue("Location").orElseThrow()).body();
        assertThat(screen)
                .contains("No number yet", "Set up a number")
                .doesNotContain("Facebook page");

        texting.delivers("0801;%s;t-8;Hello".formatted(GRACE));
        var letter = letters.waiting().getFirst();
        assertThat(alex.get(LETTERS + "/" + letter.id()).body())
                .contains("Add the number, then retry");
    }

    @Test
    void whatCustomersWriteInTheChannelIsFound() {
        var ann = parley.agent("Ann");
        writes("t-9", "A samovar for eight, please");
        takes(ann);

        parley.until(
                "it is indexed", () -> search(ann, "samovar").contains("<mark>samovar</mark>"));
    }

    private static String search(Desk desk, String words) {
        return desk.get("/desk/search?q=" + words).body();
    }

    @Test
    void aPersonIsErasedInThisChannelOnly() {
        var ada = parley.customer("Ada");
        ada.writes("Secret words of Ada");
        texting.delivers("0801;%s;t-6;Secret words".formatted(GRACE));
        texting.delivers("%s;%s;t-7;More secret words".formatted(HOTLINE, ada.psid()));
        parley.until("both are stored", () -> texts("%secret words%").size() == 2);

        parley.part(PersonErasure.class).erase(new Address(Texting.KIND, HOTLINE, ada.psid()));

        assertThat(texts("%secret words%")).containsExactly("Secret words of Ada");
        assertThat(parley.count("select count(*) from envelope where payload like '%More%'"))
                .isZero();

        parley.part(PersonErasure.class).erase(new Address(Texting.KIND, HOTLINE, GRACE));

        assertThat(letters.waiting())
                .allMatch(letter -> !letters.bodyOf(letter).toString().contains("Secret"));
        assertThat(texts("%secret words%")).containsExactly("Secret words of Ada");
    }

    private List<@Nullable String> texts(String pattern) {
        return parley.database()
                .sql("select text from message where text ilike :pattern")
                .param("pattern", pattern)
                .query(String.class)
                .list();
    }

    private void writes(String id, String text) {
        var before = parley.handled();
        texting.delivers("%s;%s;%s;%s".formatted(HOTLINE, GRACE, id, text));
        parley.handled(before + 1);
    }

    private void takes(Desk ann) {
        parley.until("there is an offer", () -> ann.worklist("mine").contains("data-offer"));
        ann.opens(
                parley.database()
                        .sql("select id::text from conversation")
                        .query(String.class)
                        .single());
        ann.does("assign-to-me");
    }

    private JsonNode api(String method, String path, String body)
            throws IOException, InterruptedException {
        var token =
                parley.part(ApiTokens.class)
                        .issue(parley.anyUser(), NewToken.unlimited("story"), null)
                        .key();
        var request =
                HttpRequest.newBuilder(URI.create(parley.url() + "/api/v1/conversations" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k-" + body.length())
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
        }
    }
}
