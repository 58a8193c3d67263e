package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.identity.Role;
import dev.parley.work.Pump;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Unprocessed events and unsent messages are reported.
@ExtendWith(HouseExtension.class)
class MonitoringTests {
    private final House house;

    MonitoringTests(House house) {
        this.house = house;
    }

    @Test
    void unprocessedEventsAreShownInHealthAndMetrics() {
        var ada = house.customer("Ada");
        house.withInboxPaused(() -> {
            ada.writes("Hello");
            house.until("it is stored", () -> house.count("select count(*) from envelope") > 0);
            assertThat(health("inbox")).isEqualTo(Status.UP);
            house.timePasses(Duration.ofMinutes(6));

            assertThat(health("inbox")).isEqualTo(Status.DOWN);
            house.part(Pump.class, "inboxFiguresPump").drain();
            assertThat(metric("parley_inbox_waiting")).isPositive();
            assertThat(metric("parley_inbox_oldest_seconds")).isGreaterThan(300);
        });
    }

    @Test
    void pendingMessagesAreShownByPageAndAPausedPageIsNotStuck() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        house.simulator().refuseNext(1, 190, 463);
        ann.replies("Held");
        ann.sees("access token has expired");
        house.timePasses(Duration.ofMinutes(11));

        house.part(Pump.class, "outboxFiguresPump").drain();

        var metrics = metrics();
        assertThat(metrics)
                .contains(
                        "parley_outbox_pending{channel=\"FACEBOOK\",endpoint=\"%s\",state=\"queued\"} 1.0"
                                .formatted(house.page()))
                .contains(
                        "parley_outbox_blocked{cause=\"expired\",channel=\"FACEBOOK\",endpoint=\"%s\"} 1.0"
                                .formatted(house.page()));
        assertThat(health("outbox")).isEqualTo(Status.UP);
    }

    @Test
    void anAdministratorSeesWhatBlocksAPageAndRetries() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        house.simulator().refuseNext(1, 190, 459);
        ann.replies("Held");
        ann.sees("confirm their identity");
        var alex = house.desk("Alexandra", Role.ADMINISTRATOR);

        assertThat(alex.get("/admin/traffic").body())
                .contains("Stopped", "1 message waiting", "190/459", "class=\"badge\"");
        alex.post("/admin/traffic/%s/sending".formatted(house.page()), Map.of());

        house.until("Ada hears", () -> ada.received().contains("Held"));
        assertThat(alex.get("/admin/traffic").body()).doesNotContain("Stopped", "190/459");
        assertThat(ann.get("/admin/traffic").statusCode()).isEqualTo(403);
    }

    private Status health(String name) {
        var indicator = house.part(HealthIndicator.class, name + "HealthIndicator");
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
        return house.part(PrometheusMeterRegistry.class).scrape();
    }
}
