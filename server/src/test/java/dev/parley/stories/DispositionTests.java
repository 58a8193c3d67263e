package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
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
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Disposition codes: administered, and chosen in wrap-up.
@ExtendWith(TestParleyExtension.class)
class DispositionTests {
    private final TestParley parley;
    private final TestCustomer ada;
    private final Desk ann;

    DispositionTests(TestParley parley) {
        this.parley = parley;
        ada = parley.customer("Ada");
        ada.writes("I want my money back");
        ann = parley.agent("Ann").accepts(ada);
    }

    @Test
    void theAgentChoosesOneInWrapUp() {
        var refund = code("Refund", "退款", 1);
        code("Spam", "垃圾訊息", 2);
        assertThat(ann.region("wrap-up")).doesNotContain("Refund");
        assertThat(choose(ann, refund)).isEqualTo(409);

        ann.does("end");
        assertThat(ann.region("wrap-up")).contains("Refund", "Spam", "optional");
        assertThat(choose(ann, refund)).isEqualTo(204);
        assertThat(choose(ann, refund)).isEqualTo(204);

        assertThat(ann.region("wrap-up")).containsOnlyOnce("aria-pressed=\"true\"");
        assertThat(ann.thread()).containsOnlyOnce("Ann chose the disposition code “Refund”");
        ann.reads("zh-TW");
        assertThat(ann.thread()).contains("Ann 選擇了結束代碼「退款」");
        ann.reads("en");
        ann.does("close");

        ada.writes("Hello again");
        ann.accepts(ada);
        assertThat(ann.region("customer")).contains("earlier-disposition", "Refund");
    }

    @Test
    void whereOneIsRequiredClosingWithoutItSaysSo() {
        var refund = code("Refund", "退款", 1);
        rule(DispositionRule.REQUIRED);
        ann.does("end");

        var refused = ann.act("close", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose a disposition code first");
        assertThat(ann.region("head")).contains("data-state=\"WRAP_UP\"");

        assertThat(choose(ann, refund)).isEqualTo(204);
        ann.act("disposition", Map.of());
        assertThat(ann.thread()).contains("Ann removed the disposition code");
        assertThat(ann.act("close", Map.of()).statusCode()).isEqualTo(422);
        choose(ann, refund);
        ann.does("close");
        assertThat(ann.region("head")).contains("data-state=\"CLOSED\"");
    }

    @Test
    void whereNobodyIsAskedOrNothingCanBeChosenItClosesWithout() {
        rule(DispositionRule.REQUIRED);
        ann.does("end");
        ann.does("close");
        assertThat(ann.region("head")).contains("data-state=\"CLOSED\"");

        code("Refund", "退款", 1);
        rule(DispositionRule.OFF);
        ada.writes("Once more");
        ann.accepts(ada).does("end");
        assertThat(ann.region("wrap-up")).doesNotContain("Refund");
        ann.does("close");
    }

    @Test
    void whatNobodyClosesInTimeIsClosedWithoutACode() {
        code("Refund", "退款", 1);
        rule(DispositionRule.REQUIRED);
        ann.does("end");

        parley.timePasses(Duration.ofDays(2));
        parley.until(
                "it is closed",
                () ->
                        parley.count("select count(*) from conversation where state = 'CLOSED'")
                                == 1);
    }

    @Test
    void onlyTheAgentOfTheWrapUpChoosesAnActiveCode() {
        var refund = code("Refund", "退款", 1);
        ann.does("end");
        var sue = parley.desk("Sue", Role.SUPERVISOR, Role.AGENT);
        sue.opens(ann.conversation());
        assertThat(sue.region("wrap-up")).doesNotContain("Refund");
        assertThat(choose(sue, refund)).isEqualTo(409);

        var codes = parley.part(DispositionCodes.class);
        var held = codes.all().getFirst();
        var inactive = new DispositionCodeDraft("Refund", "退款", 1, false);
        codes.change(held.id(), held.revision(), inactive, parley.anyUser());

        var refused = ann.act("disposition", Map.of("code", refund));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("can no longer be chosen");
    }

    @Test
    void administratorsCreateAndChangeCodes() {
        var alex = parley.desk("Alex", Role.ADMINISTRATOR);
        assertThat(alex.get("/admin/disposition-codes").body())
                .contains("No disposition codes yet");
        var form = Map.of("english", "Refund", "chinese", "退款", "position", "3", "active", "true");

        var created = alex.post("/admin/disposition-codes/new", form);
        assertThat(created.statusCode()).isEqualTo(303);
        assertThat(alex.post("/admin/disposition-codes/new", form).body())
                .contains("Another disposition code has one of these names.");
        assertThat(alex.post("/admin/disposition-codes/new", Map.of("position", "0")).body())
                .contains("Enter the name in English.", "Enter the name in Chinese.");

        var code = parley.part(DispositionCodes.class).all().getFirst();
        var address = "/admin/disposition-codes/" + code.id();
        var changed =
                Map.of(
                        "english", "Money back",
                        "chinese", "退款",
                        "position", "1",
                        "active", "true",
                        "revision", "1");
        assertThat(alex.post(address, changed).statusCode()).isEqualTo(303);
        assertThat(alex.post(address, changed).statusCode()).isEqualTo(422);
        assertThat(alex.get("/admin/disposition-codes").body()).contains("Money back");
        assertThat(alex.get("/admin/audit").body())
                .contains("Disposition code created", "Disposition code changed");
        assertThat(ann.get("/admin/disposition-codes").statusCode()).isEqualTo(403);
    }

    @Test
    void atMostTwelveAreActive() {
        for (var number = 1; number <= DispositionCodes.MOST_ACTIVE; number++) {
            code("Code " + number, "代碼 " + number, number);
        }
        var codes = parley.part(DispositionCodes.class);

        assertThat(
                        codes.create(
                                new DispositionCodeDraft("One more", "再一個", 1, true),
                                parley.anyUser()))
                .isInstanceOf(DispositionCodeChange.TooManyActive.class);
        assertThat(
                        codes.create(
                                new DispositionCodeDraft("One more", "再一個", 1, false),
                                parley.anyUser()))
                .isInstanceOf(DispositionCodeChange.Done.class);
    }

    private String code(String english, String chinese, int position) {
        var created =
                parley.part(DispositionCodes.class)
                        .create(
                                new DispositionCodeDraft(english, chinese, position, true),
                                parley.anyUser());
        return ((DispositionCodeChange.Done) created).id().toString();
    }

    private static int choose(Desk desk, String code) {
        return desk.act("disposition", Map.of("code", code)).statusCode();
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
