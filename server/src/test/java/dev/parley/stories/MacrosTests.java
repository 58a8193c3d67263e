package dev.parley.stories;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Moves;
import dev.parley.identity.Role;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.tag.TagName;
import dev.parley.tag.Tags;
import dev.parley.team.QueueId;
import dev.parley.team.Queues;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.DispositionCodeChange;
import dev.parley.workstream.DispositionCodeDraft;
import dev.parley.workstream.DispositionCodes;
import dev.parley.workstream.DispositionRule;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.Workstreams;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// An agent runs macros in a conversation.
@ExtendWith(TestParleyExtension.class)
class MacrosTests {
    private static final String SHARED = "/admin/macros";
    private static final String OWN = "/account/macros";
    private static final UUID KEY = new UUID(5, 7);

    private final TestParley parley;
    private final Desk alex;
    private final TestCustomer ada;
    private final Desk ann;

    MacrosTests(TestParley parley) {
        this.parley = parley;
        alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        ada = parley.customer("Ada Lin");
        ada.writes("I want my money back");
        ann = parley.agent("Ann").accepts(ada);
    }

    @Test
    void oneKeyRepliesLeavesANoteAndClosesWithACode() {
        var refund = code();
        new MacroForm("Refund")
                .reply("Dear {CustomerFirstName}, it is on its way. {AgentFirstName}")
                .note("Refunded in #{ConversationNumber}")
                .end(refund, true)
                .savedBy(alex, SHARED);
        types("Something else");

        assertThat(list()).contains("Dear Ada, it is on its way. Ann", "End and close: Refund");
        assertThat(runs("Refund", KEY).statusCode()).isEqualTo(204);
        assertThat(runs("Refund", KEY).statusCode()).isEqualTo(204);

        parley.until(
                "Ada hears once",
                () -> ada.received().equals(List.of("Dear Ada, it is on its way. Ann")));
        assertThat(ann.thread())
                .containsOnlyOnce("Refunded in #")
                .containsOnlyOnce("Ann chose the disposition code “Refund”");
        assertThat(ann.region("head")).contains("data-state=\"CLOSING\"", "undo-close");
        assertThat(parley.count("select count(*) from draft where text = 'Something else'"))
                .isOne();
        assertThat(parley.count("select count(*) from message where kind = 'INTERNAL_NOTE'"))
                .isOne();
    }

    @Test
    void itTagsTheConversation() {
        var name = TagName.of("Late").orElseThrow();
        parley.part(Tags.class).create(name, parley.anyUser());
        var late = parley.part(Tags.class).byName(name).orElseThrow();
        new MacroForm("It is late").tag(late.id().toString()).note("Late again").savedBy(ann, OWN);
        assertThat(list()).contains("Tag: Late");

        assertThat(runs(idOf("It is late"), 1, KEY, null).statusCode()).isEqualTo(204);

        assertThat(ann.region("head")).contains("<bdi>Late</bdi>");
        parley.desk("Alex", Role.ADMINISTRATOR)
                .post("/admin/tags/" + late.id() + "/deletion", Map.of());
        assertThat(list()).contains("Tag: a deleted tag", "aria-disabled");
    }

    @Test
    void repeatedAtTheSameMomentItStillRunsOnce() {
        new MacroForm("Later").note("Waits for the shop").snooze("TOMORROW").savedBy(ann, OWN);
        var id = idOf("Later");

        var all =
                List.of(1, 2, 3, 4).stream()
                        .map(_ -> CompletableFuture.supplyAsync(() -> runs(id, 1, KEY, null)))
                        .toList();

        assertThat(all.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnly(204);
        assertThat(ann.thread())
                .containsOnlyOnce("Waits for the shop")
                .containsOnlyOnce("Ann snoozed the conversation");
    }

    @Test
    void whatIsNotPossibleIsListedWithTheReasonAndDoesNothing() {
        new MacroForm("Goodbye")
                .note("Was here")
                .reply("Good bye")
                .end("", false)
                .savedBy(ann, OWN);
        new MacroForm("Note only").note("Was here").savedBy(ann, OWN);
        assertThat(list()).doesNotContain("aria-disabled");

        parley.timePasses(Duration.ofDays(2));

        assertThat(possible()).containsExactly("Note only");
        assertThat(list()).contains("The reply window closed on");
        var refused = runs("Goodbye", KEY);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .startsWith("Nothing was done. Step 2 (Reply) is not possible: The reply window");
        assertThat(ann.thread()).doesNotContain("Was here");

        ada.writes("Hello?");
        ann.sees("Hello?");
        assertThat(possible()).containsExactly("Goodbye", "Note only");
        assertThat(runs("Goodbye", KEY).statusCode()).isEqualTo(204);
    }

    @Test
    void ifALaterStepFailsWhatWasDoneStaysAndTheSameRequestGoesOn() {
        new MacroForm("Done").note("Checked twice").end("", false).savedBy(ann, OWN);
        var macro = idOf("Done");

        var stopped = stopsAfterTheFirstStep(macro);

        assertThat(stopped.statusCode()).isEqualTo(409);
        assertThat(stopped.body())
                .isEqualTo(
                        "Step 2 (End) failed: Waiting for the customer. Resume the conversation to"
                                + " reply now. The steps before it are done.");
        assertThat(ann.thread()).contains("Checked twice");
        assertThat(ann.region("head")).contains("data-state=\"WAITING\"");

        ann.does("resume");
        assertThat(runs(macro, 1, KEY, null).statusCode()).isEqualTo(204);
        assertThat(ann.region("head")).contains("data-state=\"WRAP_UP\"");
        assertThat(ann.thread()).containsOnlyOnce("Checked twice");
    }

    @Test
    void aReplyThatCrossesAnUnseenMessageIsAskedForOnce() {
        new MacroForm("Wait").reply("It arrives tomorrow.").savedBy(ann, OWN);
        var seen = ann.messageThatSays("I want my money back");
        ada.writes("It came!");
        ann.sees("It came!");
        var macro = idOf("Wait");

        var asked = runs(macro, 1, KEY, seen);
        assertThat(asked.statusCode()).isEqualTo(412);
        assertThat(asked.body()).contains("you have not seen");
        parley.settle();
        assertThat(ada.received()).isEmpty();
        assertThat(runs(macro, 1, KEY, null).statusCode()).isEqualTo(204);
        parley.until("Ada hears", () -> ada.received().equals(List.of("It arrives tomorrow.")));
    }

    @Test
    void aRunThatGoesOnDoesNotCrossAnUnseenMessageEither() {
        new MacroForm("Wait").note("Checked twice").reply("It arrives tomorrow.").savedBy(ann, OWN);
        var macro = idOf("Wait");
        var seen = ann.messageThatSays("I want my money back");
        assertThat(stopsAfterTheFirstStep(macro).statusCode()).isEqualTo(409);
        ann.does("resume");
        ada.writes("It came!");
        ann.sees("It came!");

        var asked = runs(macro, 1, KEY, seen);

        assertThat(asked.statusCode()).isEqualTo(412);
        assertThat(asked.body()).contains("you have not seen. Nothing more was done.");
        parley.settle();
        assertThat(ada.received()).isEmpty();
        assertThat(runs(macro, 1, KEY, null).statusCode()).isEqualTo(204);
        parley.until("Ada hears", () -> ada.received().equals(List.of("It arrives tomorrow.")));
        assertThat(ann.thread()).containsOnlyOnce("Checked twice");
    }

    @Test
    void itTransfersToAQueueOrToAColleagueAtTheDesk() {
        var setup = new RoutingSetup(parley);
        var ben = parley.agent("Ben");
        var returns = setup.queue("Returns", 100, ben);
        new MacroForm("To returns")
                .note("Please check")
                .queue(returns.toString())
                .savedBy(alex, SHARED);
        new MacroForm("To Ben").agent(user(ben).toString()).savedBy(ann, OWN);
        new MacroForm("To myself").agent(user(ann).toString()).savedBy(alex, SHARED);
        assertThat(possible()).containsExactly("To Ben", "To returns");
        assertThat(list()).contains("It transfers the conversation to you.");

        ben.setPresence("OFFLINE");
        assertThat(list()).contains("Ben is not at the desk.");
        ben.setPresence("AVAILABLE");
        assertThat(runs("To returns", KEY).statusCode()).isEqualTo(204);
        assertThat(runs("To returns", KEY).statusCode()).isEqualTo(204);

        ben.accepts(ada);
        ben.sees("Please check");
        assertThat(ben.thread()).containsOnlyOnce("Ann transferred the conversation to Returns");
        assertThat(ann.get(address()).statusCode()).isEqualTo(404);
    }

    @Test
    void aDeletedQueueAndABlockedCustomerAreReasons() {
        var queue = new RoutingSetup(parley).queue("Returns", 100, ann);
        new MacroForm("To returns").queue(queue.toString()).savedBy(alex, SHARED);
        assertThat(ann.act("block", Map.of("reason", "Spam")).statusCode()).isEqualTo(204);
        assertThat(list()).contains("The customer is blocked.");
        assertThat(ann.act("unblock", Map.of()).statusCode()).isEqualTo(204);

        parley.part(Queues.class).delete(new QueueId(queue.value()), parley.anyUser());

        assertThat(list()).contains("Transfer to a deleted queue");
        assertThat(possible()).isEmpty();
        assertThat(alex.get(SHARED).body()).contains("a deleted queue");
    }

    @Test
    void aCodeIsAskedForWhereTheWorkstreamRequiresOne() {
        var refund = code();
        new MacroForm("Close").end("", true).savedBy(ann, OWN);
        new MacroForm("Refunded").end(refund, true).savedBy(ann, OWN);
        rule(DispositionRule.REQUIRED);
        assertThat(possible()).containsExactly("Refunded");
        assertThat(list()).contains("A disposition code is required to close conversations here");

        rule(DispositionRule.OFF);
        assertThat(possible()).containsExactly("Close", "Refunded");
        assertThat(runs("Refunded", KEY).statusCode()).isEqualTo(204);
        assertThat(ann.thread()).doesNotContain("disposition code");
    }

    @Test
    void onlyAgentsWhoMayReadTheConversationRunMacrosOfItsWorkstream() {
        new MacroForm("Elsewhere")
                .note("Nothing")
                .with("scope", "some")
                .with("workstreams", workstream().toString())
                .savedBy(alex, SHARED);
        new MacroForm("Mine").note("Only Ann").savedBy(ann, OWN);
        new MacroForm("Ours").note("A note").savedBy(alex, SHARED);
        assertThat(possible()).containsExactly("Mine", "Ours");
        var ours = idOf("Ours");
        var mine = idOf("Mine");
        var ben = parley.agent("Ben");
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        sue.opens(ann.conversation());

        ben.opens(ann.conversation());
        assertThat(ben.get(address()).statusCode()).isEqualTo(404);
        assertThat(run(ben, ours, 1, KEY, null).statusCode()).isEqualTo(404);
        assertThat(sue.get(address()).statusCode()).isEqualTo(403);
        assertThat(run(sue, ours, 1, KEY, null).statusCode()).isEqualTo(403);
        var open = parley.customer("Eve");
        open.writes("Hello");
        ben.accepts(open);
        assertThat(run(ben, mine, 1, KEY, null).body()).contains("no longer exists");
        assertThat(run(ben, ours, 7, KEY, null).body()).contains("was changed a moment ago");
        assertThat(run(ben, ours, 1, KEY, null).statusCode()).isEqualTo(204);
    }

    // Meanwhile the conversation is moved to those that wait for the customer.
    private HttpResponse<String> stopsAfterTheFirstStep(String macro) {
        var conversation = new ConversationId(UUID.fromString(ann.conversation()));
        return requireNonNull(
                        transaction()
                                .execute(_ -> {
                                    parley.part(Moves.class).moveToWaiting(conversation, user(ann));
                                    var running =
                                            CompletableFuture.supplyAsync(
                                                    () -> runs(macro, 1, KEY, null));
                                    parley.until(
                                            "the first step waits", this::someoneWaitsForALock);
                                    return running;
                                }))
                .join();
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(parley.part(PlatformTransactionManager.class));
    }

    private boolean someoneWaitsForALock() {
        return parley.count("select count(*) from pg_locks where not granted") > 0;
    }

    private void types(String text) {
        var revision = UUID.randomUUID().toString();
        var typed = Map.of("text", text, "revision", revision, "age", "0");
        assertThat(ann.act("drafts/reply", typed).statusCode()).isEqualTo(204);
    }

    private String address() {
        return "/desk/conversations/%s/macros".formatted(ann.conversation());
    }

    private String list() {
        return ann.get(address()).body();
    }

    private List<String> possible() {
        return Pattern.compile(
                        "role=\"option\" aria-selected=\"false\" data-macro[^>]*title=\"([^\"]*)\"")
                .matcher(list())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String idOf(String title) {
        return parley.database()
                .sql("select id::text from macro where title = :title")
                .param("title", title)
                .query(String.class)
                .single();
    }

    private HttpResponse<String> runs(String title, UUID key) {
        return runs(idOf(title), 1, key, null);
    }

    private HttpResponse<String> runs(String macro, int revision, UUID key, @Nullable UUID seen) {
        return run(ann, macro, revision, key, seen);
    }

    private static HttpResponse<String> run(
            Desk desk, String macro, int revision, UUID key, @Nullable UUID seen) {
        var fields = new HashMap<String, String>();
        fields.put("revision", Integer.toString(revision));
        fields.put("key", key.toString());
        if (seen != null) {
            fields.put("seen", seen.toString());
        }
        return desk.act("macros/" + macro, fields);
    }

    private UserId user(Desk desk) {
        return parley.part(Users.class).bySignInName(desk.signInName()).orElseThrow().id();
    }

    private UUID workstream() {
        var draft =
                WorkstreamDraft.of(parley.part(Workstreams.class).defaultWorkstream())
                        .withName("Tea");
        parley.part(Workstreams.class).create(draft, parley.anyUser());
        return parley.part(Workstreams.class).all().stream()
                .filter(one -> one.name().equals("Tea"))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private String code() {
        var created =
                parley.part(DispositionCodes.class)
                        .create(
                                new DispositionCodeDraft("Refund", "退款", 1, true),
                                parley.anyUser());
        return ((DispositionCodeChange.Done) created).id().toString();
    }

    private void rule(DispositionRule rule) {
        var workstreams = parley.part(Workstreams.class);
        var workstream = workstreams.defaultWorkstream();
        var usual = workstream.distribution();
        var distribution =
                new WorkDistribution(
                        usual.closeWaitingAfter(),
                        usual.capacity(),
                        usual.wrapUpBlock(),
                        usual.presences(),
                        usual.keepSameAgent(),
                        rule);
        workstreams.change(
                workstream.id(),
                workstream.revision(),
                WorkstreamDraft.of(workstream).withDistribution(distribution),
                parley.anyUser());
    }
}
