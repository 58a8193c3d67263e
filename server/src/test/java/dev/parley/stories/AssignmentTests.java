package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.identity.Users;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Supervisors assign conversations, and the agents are told.
@ExtendWith(TestParleyExtension.class)
class AssignmentTests {
    private static final Pattern ADDRESS =
            Pattern.compile("data-accept-address=\"(/desk/assignments/[^\"/]+)/seen\"");

    private final TestParley parley;
    private final Desk sue;
    private final Desk ann;
    private final TestCustomer ada;

    AssignmentTests(TestParley parley) {
        this.parley = parley;
        sue = parley.desk("Sue", Role.SUPERVISOR);
        ann = parley.agent("Ann");
        ann.setPresence("AWAY");
        ada = parley.customer("Ada");
        ada.writes("Where is my parcel?");
        parley.handled(1);
        ann.opens(
                parley.database()
                        .sql("select id from conversation")
                        .query(UUID.class)
                        .single()
                        .toString());
    }

    @Test
    void theAgentIsToldAndMayDeclineInTime() {
        assigns();
        var card = card();
        assertThat(card)
                .contains("Sue assigned to you:", "Ada", "data-seconds=\"120\"", "ring-seconds")
                .contains("/decline\"", "Where is my parcel?");
        assertThat(ann.region("customer")).contains("A colleague assigned it to you.");

        var address = address();
        assertThat(ann.post(address + "/decline", Map.of()).statusCode()).isEqualTo(204);

        assertThat(ann.worklist("mine")).doesNotContain("Sue assigned to you:");
        assertThat(ann.thread()).contains("Ann declined the assignment");
        assertThat(ann.post(address + "/decline", Map.of()).statusCode()).isEqualTo(409);
        ann.setPresence("AVAILABLE");
        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        var ben = parley.agent("Ben");
        ben.accepts(ada);
    }

    @Test
    void afterTheCountdownItStaysAssigned() {
        assigns();
        var address = address();

        parley.timePasses(Duration.ofSeconds(121));

        assertThat(card())
                .contains("Sue assigned to you:", "assigned-dismiss")
                .doesNotContain("ring-seconds");
        assertThat(ann.post(address + "/decline", Map.of()).statusCode()).isEqualTo(409);
        ann.replies("It arrives tomorrow");
        assertThat(ann.post(address + "/seen", Map.of()).statusCode()).isEqualTo(204);
        assertThat(ann.worklist("mine")).doesNotContain("Sue assigned to you:");
    }

    @Test
    void theTemplateDecidesWhetherItMayBeDeclined() {
        parley.database().sql("update notification_template set may_decline = false").update();

        assigns();

        assertThat(card()).contains("Sue assigned to you:").doesNotContain("ring-seconds");
        assertThat(ann.post(address() + "/decline", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsUndoneIsNoLongerAnnounced() {
        var result = assigns();
        var bulk = result.replaceAll("(?s).*data-bulk=\"([^\"]+)\".*", "$1");
        assertThat(card()).contains("Sue assigned to you:");
        var address = address();

        assertThat(sue.post("/desk/bulk/" + bulk + "/undo", Map.of()).body()).contains("Undone: 1");

        assertThat(ann.worklist("mine")).doesNotContain("Sue assigned to you:");
        assertThat(ann.post(address + "/decline", Map.of()).statusCode()).isEqualTo(409);
    }

    private String assigns() {
        var agent = parley.part(Users.class).bySignInName(ann.signInName()).orElseThrow().id();
        var form =
                Map.of(
                        "action",
                        "assign",
                        "agent",
                        agent.value().toString(),
                        "id",
                        ann.conversation());
        var answer = sue.post("/desk/bulk", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String card() {
        return ann.worklist("mine").split("</article>", 2)[0];
    }

    private String address() {
        var found = ADDRESS.matcher(ann.worklist("mine"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
