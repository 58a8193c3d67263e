package dev.parley.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.platform.language.Language;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.WorkstreamChange;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Canned answers: what administrators and agents manage, and what an agent finds in a
/// conversation.
@ExtendWith(TestParleyExtension.class)
class CannedAnswersTests {
    private static final String SHARED = "/admin/canned-answers";
    private static final String OWN = "/account/canned-answers";
    private static final Pattern TITLE =
            Pattern.compile("<b dir=\"auto\" lang=\"[^\"]*\">([^<]*)</b>");
    private static final Pattern ANSWER = Pattern.compile("data-answer=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile(SHARED + "/([0-9a-f-]{36})");
    private static final Pattern PLAN = Pattern.compile("name=\"plan\" value=\"([^\"]*)\"");

    private final TestParley parley;
    private final Desk alex;

    CannedAnswersTests(TestParley parley) {
        this.parley = parley;
        this.alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
    }

    @Test
    void anAgentFindsAnAnswerWithItsSlugsFilled() {
        saves(
                alex,
                SHARED,
                "Greeting",
                "en",
                "Hi {CustomerFirstName}, I am {AgentDisplayName}.",
                "hello");
        saves(alex, SHARED, "問候", "zh-TW", "{CustomerFullName} 您好！", "hello 早安");
        saves(
                alex,
                SHARED,
                "Delivery",
                "en",
                "It arrives in 2–3 days. Order #{ConversationNumber}",
                "parcel");
        var ann = answering("Ada Lin");

        assertThat(found(ann, "")).containsExactly("Delivery", "Greeting", "問候");
        assertThat(ann.get(search(ann, "greet")).body()).contains("Hi Ada, I am Ann.");
        assertThat(ann.get(search(ann, "問候")).body()).contains("Ada Lin 您好！");
        assertThat(found(ann, "ＧＲＥＥＴ")).containsExactly("Greeting");
        assertThat(found(ann, "您好")).containsExactly("問候");
        assertThat(found(ann, "#HEL")).containsExactly("Greeting", "問候");
        assertThat(found(ann, "#hello 您")).containsExactly("問候");
        assertThat(found(ann, "#parcel greet")).isEmpty();
        assertThat(ann.get(search(ann, "nothing like it")).body())
                .contains("No canned answer matches");
    }

    @Test
    void theLatestComesFirstAndTheLanguageOfTheEndpointBeforeIt() {
        saves(alex, SHARED, "A", "en", "First", "");
        saves(alex, SHARED, "B", "en", "Second", "");
        saves(alex, SHARED, "C", "zh-TW", "第三", "");
        var ann = answering("Ada Lin");

        uses(ann, "C");
        parley.timePasses(Duration.ofSeconds(1));
        uses(ann, "B");

        assertThat(found(ann, "")).containsExactly("B", "A", "C");
        assertThat(found(answering("Ben Wu"), "")).containsExactly("B", "A", "C");
        parley.part(ChannelInstances.class)
                .setUp(
                        defaultWorkstream(),
                        FacebookChannel.endpoint(parley.secondPage()),
                        InstanceSettings.of(Language.CHINESE, InstanceFeatures.OFF),
                        parley.anyUser());
        var eve = parley.agent("Ann");
        var cai = parley.customer("Cai").at(parley.secondPage());
        assertThat(found(accepts(eve, cai), "")).containsExactly("C", "B", "A");
    }

    @Test
    void personalAnswersAreTheirOwners() {
        var ann = answering("Ada Lin");
        var ben = parley.agent("Ben");
        saves(ann, OWN, "Mine", "en", "Only for Ann", "");
        saves(alex, SHARED, "Ours", "en", "For all", "");

        assertThat(found(ann, "")).containsExactly("Mine", "Ours");
        assertThat(titles(ann.get(search(ann, "") + "&personal=true").body()))
                .containsExactly("Mine");
        var id = first(Pattern.compile(OWN + "/([0-9a-f-]{36})"), ann.get(OWN).body());
        assertThat(ben.get(OWN).body()).doesNotContain("Mine");
        assertThat(ben.get(OWN + "/" + id).statusCode()).isEqualTo(404);
        assertThat(ben.post(OWN + "/" + id + "/deletion", Map.of()).statusCode()).isEqualTo(303);
        assertThat(alex.get(SHARED + "/" + id).statusCode()).isEqualTo(404);
        assertThat(ann.get(SHARED).statusCode()).isEqualTo(403);
        assertThat(ann.get(SHARED + "/export").statusCode()).isEqualTo(403);
        assertThat(alex.get(OWN).statusCode()).isEqualTo(403);
        assertThat(found(ann, "mine")).containsExactly("Mine");
    }

    @Test
    void onlyWhoMayReadTheConversationAndReplyFindsAnswers() {
        saves(alex, SHARED, "Greeting", "en", "Hi {CustomerFullName}", "");
        var ann = answering("Ada Lin");
        var ben = parley.agent("Ben");
        ben.opens(ann.conversation());
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        sue.opens(ann.conversation());

        assertThat(ben.get(search(ben, "")).body()).doesNotContain("Ada");
        assertThat(ben.get(search(ben, "")).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(sue.get(search(sue, "")).statusCode()).isEqualTo(403);
    }

    @Test
    void anAnswerIsForItsWorkstreamsAlsoAfterTheyAreGone() {
        var tea = workstream("Tea");
        var form = form("Tea only", "en", "About tea", "");
        form.put("scope", "some");
        var nothingChosen = alex.post(SHARED + "/new", form);
        form.put("workstreams", tea.toString());
        assertThat(nothingChosen.statusCode()).isEqualTo(422);
        assertThat(nothingChosen.body()).contains("Select at least one workstream");
        assertThat(alex.post(SHARED + "/new", form).statusCode()).isEqualTo(303);
        var ann = answering("Ada Lin");

        assertThat(found(ann, "")).isEmpty();
        parley.part(Workstreams.class).delete(tea, parley.anyUser());
        assertThat(found(ann, "")).isEmpty();
        assertThat(alex.get(SHARED).body()).contains("Its workstreams were deleted");

        form.put("title", "Here");
        form.put("workstreams", defaultWorkstream().toString());
        assertThat(alex.post(SHARED + "/new", form).statusCode()).isEqualTo(303);
        assertThat(found(ann, "")).containsExactly("Here");
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndNothingIsLost() {
        saves(alex, SHARED, "Greeting", "en", "Hello", "");
        var many = "one two three four five six seven eight nine ten eleven";

        var refused = alex.post(SHARED + "/new", form("", "other", "Hi {CustomerName}", many));
        var taken = alex.post(SHARED + "/new", form("GREETING", "en", "Hello again", ""));
        var tooLong = alex.post(SHARED + "/new", form("Long", "en", "長".repeat(5_001), ""));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Enter a title.",
                        "Enter the tag of a language",
                        "Unknown slug: {CustomerName}. Available slugs: {CustomerFullName}",
                        "Use at most 10 tags.",
                        "Hi {CustomerName}</textarea>",
                        many);
        assertThat(taken.body()).contains("already has this title", "Hello again");
        assertThat(tooLong.body())
                .contains("Text is too long. Use at most 5,000", "長".repeat(5_001));
        assertThat(parley.count("select count(*) from canned_answer")).isEqualTo(1);
    }

    @Test
    void theSecondOfTwoAdministratorsGetsAnErrorAndKeepsTheirInput() {
        saves(alex, SHARED, "Greeting", "en", "Hello", "");
        var address = SHARED + "/" + first(LINK, alex.get(SHARED).body());
        var changed = form("Greeting", "en", "Hello there", "");
        changed.put("revision", "1");
        assertThat(alex.post(address, changed).statusCode()).isEqualTo(303);

        changed.put("text", "Good morning");
        var second = parley.desk("Sue", Role.ADMINISTRATOR).post(address, changed);

        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("Alexandra changed this", "Good morning</textarea>");
        assertThat(alex.get("/admin/audit?kind=cannedAnswer").body())
                .contains("Canned answer changed", "Hello there");
        assertThat(alex.post(address + "/deletion", Map.of()).statusCode()).isEqualTo(303);
        assertThat(alex.post(address, changed).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileIsShownBeforeItIsImported() {
        saves(alex, SHARED, "Greeting", "en", "Hello", "");
        saves(alex, SHARED, "Same", "en", "Unchanged", "tag");
        var file =
                """
                title,language,text,tags,workstreams
                greeting,en,"Hello, {CustomerFirstName|friend}",hi,
                Same,en,Unchanged,tag,
                問候,zh_tw,您好,,
                Broken,en,{Nickname},,Nowhere
                問候,zh-TW,又一次,,
                """;

        var shown = alex.uploads(SHARED + "/import", "answers.csv", file.getBytes(UTF_8));

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains(
                        "Import 2 answers",
                        "There is no workstream “Nowhere”.",
                        "Line 4 already has this title in this language.");
        assertThat(parley.count("select count(*) from canned_answer")).isEqualTo(2);

        saves(alex, SHARED, "問候", "zh-TW", "早安", "");
        var plan = Map.of("plan", first(PLAN, shown.body()));
        var outdated = alex.post(SHARED + "/import/confirmation", plan);
        assertThat(outdated.statusCode()).isEqualTo(422);
        assertThat(outdated.body()).contains("have changed since your preview");
        assertThat(alex.get(SHARED).body()).contains("早安");

        var again = Map.of("plan", first(PLAN, outdated.body()));
        assertThat(alex.post(SHARED + "/import/confirmation", again).statusCode()).isEqualTo(303);
        assertThat(alex.get(SHARED).body()).contains("您好", "greeting").doesNotContain("早安");
        assertThat(alex.get(SHARED + "/export").body())
                .startsWith("\uFEFFtitle,language,text,tags,workstreams\r\n")
                .contains("greeting,en,\"Hello, {CustomerFirstName|friend}\",hi,");
        assertThat(alex.post(SHARED + "/import/confirmation", again).body())
                .contains("Upload it again");
    }

    @Test
    void aFileThatCannotBeReadChangesNothing() {
        assertThat(imported("title,language,text\n".getBytes(UTF_8)))
                .contains("contains no canned answers");
        assertThat(imported("name,text\na,b".getBytes(UTF_8))).contains("Unknown column: name");
        assertThat(imported(new byte[] {(byte) 0xC3, 0x28})).contains("not a CSV file in UTF-8");
        assertThat(imported("x".repeat(1_000_001).getBytes(UTF_8))).contains("too large");
    }

    private String imported(byte[] file) {
        var answer = alex.uploads(SHARED + "/import", "answers.csv", file);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private Desk answering(String customer) {
        return accepts(parley.agent("Ann"), parley.customer(customer));
    }

    private static Desk accepts(Desk agent, TestCustomer customer) {
        customer.writes("Hello");
        return agent.accepts(customer);
    }

    private static void saves(
            Desk desk, String place, String title, String language, String text, String tags) {
        var saved = desk.post(place + "/new", form(title, language, text, tags));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    }

    private static Map<String, String> form(
            String title, String language, String text, String tags) {
        return new HashMap<>(
                Map.of(
                        "title", title,
                        "language", language,
                        "otherLanguage", "",
                        "text", text,
                        "tags", tags,
                        "scope", "all"));
    }

    private static void uses(Desk desk, String title) {
        var answers = new HashMap<String, String>();
        var body = desk.get(search(desk, "")).body();
        var ids = ANSWER.matcher(body).results().map(found -> found.group(1)).toList();
        var titles = titles(body);
        titles.forEach(one -> answers.put(one, ids.get(titles.indexOf(one))));
        assertThat(desk.act("canned-answers/" + answers.get(title), Map.of()).statusCode())
                .isEqualTo(204);
    }

    private static List<String> found(Desk desk, String typed) {
        return titles(desk.get(search(desk, typed)).body());
    }

    private static String search(Desk desk, String typed) {
        return "/desk/conversations/%s/canned-answers?typed=%s"
                .formatted(desk.conversation(), URLEncoder.encode(typed, UTF_8));
    }

    private static List<String> titles(String html) {
        return TITLE.matcher(html).results().map(found -> found.group(1)).toList();
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text));
    }

    private WorkstreamId defaultWorkstream() {
        return parley.part(Workstreams.class).defaultWorkstream().id();
    }

    private WorkstreamId workstream(String name) {
        var draft =
                WorkstreamDraft.of(parley.part(Workstreams.class).defaultWorkstream())
                        .withName(name);
        var created = parley.part(Workstreams.class).create(draft, parley.anyUser());
        assertThat(created).isInstanceOf(WorkstreamChange.Done.class);
        return ((WorkstreamChange.Done) created).id();
    }
}
