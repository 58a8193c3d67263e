package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Writing to a customer whose conversation is closed.
@ExtendWith(TestParleyExtension.class)
class StartAgainTests {
    private final TestParley parley;

    StartAgainTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void anAgentContinuesAClosedConversationWithANewOne() {
        var ada = parley.customer("Ada");
        var ann = closed(parley.agent("Ann"), () -> ada.writes("Where is my parcel?"), ada);
        var closed = ann.conversation();

        var answer = ann.act("start-again", Map.of());

        var next = answer.headers().firstValue("HX-Redirect").orElseThrow();
        ann.opens(next.substring(next.lastIndexOf('/') + 1));
        assertThat(ann.conversation()).isNotEqualTo(closed);
        assertThat(ann.thread()).containsPattern("Ann started conversation #\\d+ again");
        ann.replies("We found it");
        parley.until("Ada hears", () -> ada.received().contains("We found it"));
        ada.writes("Thank you");
        ann.sees("Thank you");
        ann.opens(closed);
        assertThat(ann.act("start-again", Map.of()).headers().firstValue("HX-Redirect"))
                .contains(next);
    }

    @Test
    void whileAnotherAgentTalksToTheCustomerNobodyStartsAgain() {
        var ada = parley.customer("Ada");
        var ann = closed(parley.agent("Ann"), () -> ada.writes("Where is my parcel?"), ada);
        ann.setPresence("AWAY");
        var ben = parley.agent("Ben");
        ada.writes("Hello?");
        ben.accepts(ada);

        assertThat(ann.act("start-again", Map.of()).statusCode()).isEqualTo(409);
        assertThat(parley.count("select count(*) from conversation")).isEqualTo(2);
    }

    @Test
    void afterTheReplyWindowItCannotBeStartedAgain() {
        var ada = parley.customer("Ada");
        var ann = closed(parley.agent("Ann"), () -> ada.writes("Where is my parcel?"), ada);
        assertThat(ann.region("head")).contains("Start again");

        parley.timePasses(Duration.ofHours(25));

        assertThat(ann.region("head")).doesNotContain("Start again");
        assertThat(ann.act("start-again", Map.of()).statusCode()).isEqualTo(409);
        assertThat(ann.get("/desk/conversations/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private static Desk closed(Desk desk, Runnable customerWrites, TestCustomer customer) {
        customerWrites.run();
        desk.accepts(customer);
        desk.does("end");
        desk.does("close");
        return desk;
    }
}
