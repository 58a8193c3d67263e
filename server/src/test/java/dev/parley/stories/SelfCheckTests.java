package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Problems are reported by health and to administrators.
@ExtendWith(TestParleyExtension.class)
class SelfCheckTests {
    private final HttpClient http = HttpClient.newHttpClient();
    private final TestParley parley;

    SelfCheckTests(TestParley parley) {
        this.parley = parley;
    }

    /// The simulator repeats the delivery, as Meta does.
    @Test
    void deliveriesThatCannotBeStoredAreReported() throws Exception {
        var ada = parley.customer("Ada");
        var alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        noProblemIsShown(alex);
        diskIsFull();
        try {
            ada.writes("Is anybody there?");
            parley.until(
                    "health reports it",
                    Duration.ofSeconds(60),
                    () -> status("/actuator/health") == 503);
            assertThat(status("/actuator/health/readiness")).isEqualTo(200);
            assertThat(alex.get("/admin").body())
                    .contains("problem-deliveriesRefused", "Deliveries from channels were refused");
            alex.reads("zh-TW");
            assertThat(alex.get("/admin").body()).contains("已拒收管道傳來的內容");
            assertThat(parley.part(PrometheusMeterRegistry.class).scrape())
                    .contains("parley_selfcheck_problems{check=\"deliveries\"} 1.0")
                    .containsPattern("parley_inbox_refused_total [1-9]");
        } finally {
            diskHasSpace();
        }
        noProblemIsShown(alex);
    }

    /// A refused delivery is reported for two minutes, also one of an earlier story.
    private void noProblemIsShown(Desk alex) {
        parley.timePasses(Duration.ofMinutes(3));
        parley.until("no problem is shown", () -> !alex.get("/admin").body().contains("problem-"));
    }

    private int status(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(parley.url() + path)).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private void diskIsFull() {
        parley.database()
                .sql(
                        """
                        create function no_space() returns trigger language plpgsql as $$
                        begin
                            raise exception 'No space left on device' using errcode = '53100';
                        end $$
                        """)
                .update();
        parley.database()
                .sql(
                        """
                        create trigger no_space before insert on envelope
                           for each statement execute function no_space()
                        """)
                .update();
    }

    private void diskHasSpace() {
        parley.database().sql("drop function no_space cascade").update();
    }
}
