package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A conversation is downloaded by those who may, with what its timeline shows.
@ExtendWith(TestParleyExtension.class)
class TranscriptTests {
    private final TestParley parley;
    private final Desk ann;
    private final Desk sue;
    private final TestCustomer ada;

    TranscriptTests(TestParley parley) {
        this.parley = parley;
        this.ann = parley.agent("Ann");
        this.sue = parley.desk("Sue", Role.SUPERVISOR);
        this.ada = parley.customer("林雅婷");
    }

    @Test
    void aTranscriptSaysWhatTheTimelineShows() {
        var conversation = talk();

        var english = sue.get(of(conversation, "txt?language=en"));
        assertThat(english.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"conversation-\\d+\\.txt\"");
        assertThat(english.body())
                .contains("林雅婷 · conversation #", "請問我的包裹寄丟了嗎？", "It arrives tomorrow.")
                .contains("· Ann\r\n", "card ####", "Ann accepted the conversation")
                .contains("Message unsent")
                .doesNotContain("4111")
                .doesNotContain("my secret")
                .doesNotContain("angry");
        assertThat(sue.get(of(conversation, "txt?language=zh-TW&notes=true")).body())
                .contains("林雅婷 · 交談 #", "內部備註", "angry");
        var pdf = sue.get(of(conversation, "pdf?language=zh-TW"));
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF").contains("%%EOF");
        assertThat(audit(conversation)).hasSize(3).first().asString().contains("#", "txt", "en");
    }

    @Test
    void theSettingDecidesWhoMayDownloadIt() {
        var alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        var conversation = talk();

        assertThat(ann.get(of(conversation, "txt")).statusCode()).isEqualTo(403);
        assertThat(ann.get("/desk/conversations/" + conversation).body())
                .doesNotContain("head-transcript");
        assertThat(set(alex, "READERS")).isEqualTo(303);
        assertThat(ann.get(of(conversation, "txt")).body()).contains("It arrives tomorrow.");
        assertThat(ann.get("/desk/conversations/" + conversation).body())
                .contains("head-transcript");
        var ben = parley.agent("Ben");
        assertThat(ben.get(of(conversation, "txt")).statusCode()).isEqualTo(404);
        assertThat(set(alex, "NOBODY")).isEqualTo(303);
        assertThat(sue.get(of(conversation, "pdf")).statusCode()).isEqualTo(403);
        assertThat(
                        alex.post(
                                        "/admin/transcripts",
                                        Map.of("access", "READERS", "revision", "0"))
                                .statusCode())
                .isEqualTo(422);
        assertThat(ann.get("/admin/transcripts").statusCode()).isEqualTo(403);
        assertThat(alex.get("/admin/audit").body())
                .contains("Transcript downloaded", "Access to transcripts changed");
    }

    private String talk() {
        ada.writes("請問我的包裹寄丟了嗎？");
        ann.accepts(ada).replies("It arrives tomorrow.");
        ada.writes("My card 4111 1111 1111 1111");
        var secret = ada.writes("Here is my secret");
        ann.sees("my secret");
        ada.unsends(secret);
        parley.until("it is erased", () -> !ann.thread().contains("my secret"));
        ann.act("notes", Map.of("text", "She is angry", "key", UUID.randomUUID().toString()));
        return ann.conversation();
    }

    private int set(Desk alex, String access) {
        var revision = parley.count("select revision from transcript_setting");
        return alex.post(
                        "/admin/transcripts",
                        Map.of("access", access, "revision", String.valueOf(revision)))
                .statusCode();
    }

    private List<String> audit(String conversation) {
        return parley.database()
                .sql(
                        """
                        select after::text from audit_entry where subject = :subject
                         order by id
                        """)
                .param("subject", "conversation/" + conversation)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String of(String conversation, String file) {
        return "/desk/conversations/" + conversation + "/transcript." + file;
    }
}
