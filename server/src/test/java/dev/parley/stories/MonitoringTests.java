package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.background.Pump;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Unprocessed events and unsent messages are reported.
@ExtendWith(TestParleyExtension.class)
class MonitoringTests {
    private final TestParley parley;

    MonitoringTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void unprocessedEventsAreShownInHealthAndMetrics() {
        var ada = parley.customer("Ada");
        parley.withInboxPaused(() -> {
            ada.writes("Hello");
            parley.until("it is stored", () -> parley.count("select count(*) from envelope") > 0);
            assertThat(health("inbox")).isEqualTo(Status.UP);
            parley.timePasses(Duration.ofMinutes(6));

            assertThat(health("inbox")).isEqualTo(Status.DOWN);
            parley.part(Pump.class, "inboxFiguresPump").drain();
            assertThat(metric("parley_inbox_waiting")).isPositive();
            assertThat(metric("parley_inbox_oldest_seconds")).isGreaterThan(300);
        });
    }

    @Test
    void pendingMessagesAreShownByPageAndAPausedPageIsNotStuck() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.simulator().refuseNext(1, 190, 463);
        ann.replies("Held");
        ann.sees("access token has expired");
        parley.timePasses(Duration.ofMinutes(11));

        parley.part(Pump.class, "outboxFiguresPump").drain();

        var metrics = metrics();
        assertThat(metrics)
                .contains(
                        "parley_outbox_pending{channel=\"FACEBOOK\",endpoint=\"%s\",state=\"queued\"} 1.0"
                                .formatted(parley.page()))
                .contains(
                        "parley_outbox_blocked{cause=\"expired\",channel=\"FACEBOOK\",endpoint=\"%s\"} 1.0"
                                .formatted(parley.page()));
        assertThat(health("outbox")).isEqualTo(Status.UP);
    }

    @Test
    void anAdministratorSeesWhatBlocksAPageAndRetries() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.simulator().refuseNext(1, 190, 459);
        ann.replies("Held");
        ann.sees("confirm their identity");
        var alex = parley.desk("Alexandra", Role.ADMINISTRATOR);

        assertThat(alex.get("/admin/traffic").body())
                .contains("Stopped", "1 message waiting", "190/459", "class=\"badge\"");
        alex.post("/admin/traffic/%s/sending".formatted(parley.page()), Map.of());

        parley.until("Ada hears", () -> ada.received().contains("Held"));
        assertThat(alex.get("/admin/traffic").body()).doesNotContain("Stopped", "190/459");
        assertThat(ann.get("/admin/traffic").statusCode()).isEqualTo(403);
    }

    private Status health(String name) {
        var indicator = parley.part(HealthIndicator.class, name + "HealthIndicator");
        return Objects.requireNonNull(indicator.health()).getStatus();
    }

    private double metric(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private String metrics() {
        return parley.part(PrometheusMeterRegistry.class).scrape();
    }
}
