package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestParleyExtension.class)
class UndoTests {
    private final TestParley parley;
    private final Desk ann;
    private final TestCustomer ada;

    UndoTests(TestParley parley) {
        this.parley = parley;
        ann = parley.agent("Ann");
        ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
    }

    @Test
    void closingCanBeUndone() {
        ann.does("end");
        posts("close", 204);
        assertThat(ann.region("head")).contains("data-state=\"CLOSING\"", "/undo-close");
        posts("close", 204);
        assertThat(parley.count("select count(*) from conversation where state = 'WRAP_UP'"))
                .isOne();

        ann.does("undo-close");

        assertThat(ann.region("head")).contains("data-state=\"WRAP_UP\"");
        assertThat(ann.thread()).contains("Ann cancelled closing");
        posts("undo-close", 409);
        parley.timePasses(Duration.ofSeconds(11));
        ann.does("close");
        assertThat(ann.thread()).contains("Ann closed the conversation");
        posts("undo-close", 409);
        assertThat(ann.region("head")).contains("data-state=\"CLOSED\"").doesNotContain("undo");
    }

    @Test
    void endingCanBeUndone() {
        ann.does("end");
        assertThat(ann.region("head")).contains("/undo-end");

        ann.does("undo-end");

        assertThat(ann.region("head")).contains("data-state=\"ACTIVE\"").doesNotContain("undo");
        ann.replies("Still here");
        ann.does("end");
        parley.timePasses(Duration.ofSeconds(11));
        assertThat(ann.region("head")).doesNotContain("undo-end");
        posts("undo-end", 409);
    }

    @Test
    void aMessageDuringClosingIsStillAnswered() {
        ann.does("end");
        posts("close", 204);

        ada.writes("One more thing");

        ann.sees("One more thing");
        assertThat(ann.region("head")).contains("data-state=\"ACTIVE\"");
        parley.timePasses(Duration.ofSeconds(11));
        ann.replies("Yes?");
        parley.until("Ada hears it", () -> ada.received().contains("Yes?"));
        assertThat(parley.count("select count(*) from conversation")).isOne();
        assertThat(parley.count("select count(*) from conversation where closing")).isZero();
    }

    @Test
    void otherAgentsCannotUndoIt() {
        ann.does("end");
        posts("close", 204);
        var ben = parley.agent("Ben");
        ben.opens(ann.conversation());

        assertThat(ben.act("undo-close", Map.of()).statusCode()).isEqualTo(409);
        assertThat(ben.act("undo-end", Map.of()).statusCode()).isEqualTo(409);
    }

    private void posts(String what, int status) {
        assertThat(ann.act(what, Map.of()).statusCode()).as(what).isEqualTo(status);
    }
}
