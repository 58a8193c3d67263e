package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Putting a conversation aside until a time.
@ExtendWith(TestParleyExtension.class)
class SnoozeTests {
    private final TestParley parley;

    SnoozeTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void itLeavesTheListAndComesBackAtItsTime() {
        var ada = parley.customer("Ada");
        ada.writes("Call me at noon");
        var ann = parley.agent("Ann").accepts(ada);

        snoozes(ann, "ONE_HOUR");

        assertThat(ann.worklist("mine")).doesNotContain("Ada");
        assertThat(ann.worklist("snoozed")).contains("Ada", "Snoozed until");
        parley.timePasses(Duration.ofMinutes(61));
        parley.until("it is back", () -> ann.worklist("mine").contains("Snooze ended"));
        assertThat(ann.worklist("snoozed")).doesNotContain("Ada");
        ann.replies("It is noon");
        parley.until("Ada hears", () -> ada.received().contains("It is noon"));
    }

    @Test
    void theCustomersMessageEndsIt() {
        var ada = parley.customer("Ada");
        ada.writes("Call me at noon");
        var ann = parley.agent("Ann").accepts(ada);
        snoozes(ann, "TOMORROW");

        ada.writes("Now, please");

        ann.accepts(ada);
        parley.timePasses(Duration.ofDays(2));
        parley.settle();
        assertThat(ann.thread()).doesNotContain("The snooze ended");
    }

    @Test
    void itDoesNotCloseBeforeItsTime() {
        var ada = parley.customer("Ada");
        ada.writes("I will be back in spring");
        var ann = parley.agent("Ann").accepts(ada);
        var until =
                LocalDateTime.ofInstant(parley.part(Clock.class).instant(), ZoneOffset.UTC)
                        .plusDays(200)
                        .withNano(0);
        snoozes(ann, until.toString());

        parley.timePasses(Duration.ofDays(150));
        parley.settle();

        assertThat(ann.worklist("snoozed")).contains("Ada");
    }

    @Test
    void aTimeInThePastIsRefused() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var ann = parley.agent("Ann").accepts(ada);
        var ben = parley.agent("Ben");
        ben.opens(ann.conversation());

        assertThat(snooze(ann, "2020-01-01T09:00").statusCode()).isEqualTo(422);
        assertThat(snooze(ann, "soon").body()).contains("in the future");
        assertThat(snooze(ben, "TOMORROW").statusCode()).isEqualTo(409);

        assertThat(ann.worklist("mine")).contains("Ada");
    }

    private static void snoozes(Desk desk, String until) {
        assertThat(snooze(desk, until).statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> snooze(Desk desk, String until) {
        return desk.act("snooze", Map.of("until", until));
    }
}
