package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Agents acknowledge the notice that their work is monitored before they reach the desk.
@ExtendWith(TestParleyExtension.class)
class MonitoringNoticeTests {
    private final TestParley parley;
    private final Desk alex;

    MonitoringNoticeTests(TestParley parley) {
        this.parley = parley;
        this.alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
    }

    @Test
    void anAgentAcknowledgesItOnceAndAgainWhenItChanges() {
        var ann = parley.agent("Ann");
        assertThat(publish("Read this", "", 0)).isEqualTo(422);
        assertThat(publish("Calls are <b>recorded</b>.", "通話會錄音。", 0)).isEqualTo(303);
        assertThat(publish("Another", "另一則", 0)).isEqualTo(422);

        assertThat(setsPresence(ann)).as("an open desk goes on").isEqualTo(204);
        var desk = page(ann, "/desk?view=open");
        assertThat(desk).contains("Calls are &lt;b&gt;recorded", "I have read this");
        acknowledge(ann);
        acknowledge(ann);
        assertThat(page(ann, "/desk")).contains("id=\"worklist\"");

        assertThat(publish("Chats are read.", "會檢視交談內容。", 1)).isEqualTo(303);
        assertThat(ann.region("worklist")).contains("worklist");
        ann.reads("zh-TW");
        assertThat(page(ann, "/desk")).contains("會檢視交談內容。", "這則告知已變更");
        acknowledge(ann);
        assertThat(page(ann, "/desk")).contains("id=\"worklist\"");
        assertThat(alex.get("/admin/monitoring-notice").body())
                .contains("Ann", "#1", "#2", "agents have acknowledged it");
        assertThat(parley.count("select count(*) from monitoring_acknowledgement")).isEqualTo(2);

        assertThat(publish("", "", 2)).isEqualTo(303);
        var ben = parley.agent("Ben");
        assertThat(page(ben, "/desk")).contains("id=\"worklist\"");
        assertThat(page(ben, "/monitoring-notice")).contains("id=\"worklist\"");
        assertThat(ann.get("/admin/monitoring-notice").statusCode()).isEqualTo(403);
    }

    @Test
    void whoSignsInAfterwardsReadsItBeforeAnythingElse() {
        assertThat(publish("Chats are read.", "會檢視交談內容。", 0)).isEqualTo(303);

        var ann = parley.desk("Ann", Role.SUPERVISOR);
        parley.user("Ann", Role.AGENT);

        assertThat(setsPresence(ann)).isEqualTo(403);
        assertThat(page(ann, "/desk")).contains("Chats are read.");
        acknowledge(ann);
        assertThat(setsPresence(ann)).isEqualTo(204);
    }

    @Test
    void whoIsNoAgentIsNotAsked() {
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        assertThat(publish("Chats are read.", "會檢視交談內容。", 0)).isEqualTo(303);

        assertThat(page(sue, "/desk")).contains("id=\"worklist\"");
    }

    private static int setsPresence(Desk desk) {
        return desk.post("/desk/presence", Map.of("presence", "BUSY")).statusCode();
    }

    /// As a browser opens it, after redirects.
    private static String page(Desk desk, String path) {
        var answer = desk.get(path);
        for (var hops = 0; hops < 3 && answer.statusCode() == 303; hops++) {
            answer = desk.get(answer.headers().firstValue("Location").orElseThrow());
        }
        return answer.body();
    }

    private void acknowledge(Desk desk) {
        var notice =
                parley.database()
                        .sql("select id::text from monitoring_notice order by number desc limit 1")
                        .query(String.class)
                        .single();
        assertThat(
                        desk.post(
                                        "/monitoring-notice",
                                        Map.of("notice", notice, "to", "//example.com"))
                                .headers()
                                .firstValue("Location"))
                .hasValue("/desk");
    }

    private int publish(String english, String chinese, int after) {
        return alex.post(
                        "/admin/monitoring-notice",
                        Map.of("english", english, "chinese", chinese, "number", "" + after))
                .statusCode();
    }
}
