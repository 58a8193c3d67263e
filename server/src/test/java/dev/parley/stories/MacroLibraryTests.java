package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engagement.macro.Macros;
import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.DispositionCodeChange;
import dev.parley.workstream.DispositionCodeDraft;
import dev.parley.workstream.DispositionCodeId;
import dev.parley.workstream.DispositionCodes;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Macros are managed: shared ones by administrators, personal ones by their agents.
@ExtendWith(TestParleyExtension.class)
class MacroLibraryTests {
    private static final String SHARED = "/admin/macros";
    private static final String OWN = "/account/macros";

    private final TestParley parley;
    private final Desk alex;
    private final Desk ann;

    MacroLibraryTests(TestParley parley) {
        this.parley = parley;
        alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        ann = parley.agent("Ann");
    }

    @Test
    void whatIsWrongIsSaidAtTheStepAndNothingIsLost() {
        var refused =
                new MacroForm("")
                        .reply("Hi {CustomerName}")
                        .reply("Once more")
                        .end("", true)
                        .note("")
                        .queue("")
                        .agent(UUID.randomUUID().toString())
                        .sentBy(alex, SHARED + "/new");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Enter a title.",
                        "Unknown slug: {CustomerName}",
                        "A macro can reply only once.",
                        "Make it the last one.",
                        "Enter the text.",
                        "Hi {CustomerName}</textarea>",
                        "Once more</textarea>",
                        "Choose an agent.");
        var tooMany = new MacroForm("Long");
        for (var step = 0; step < 11; step++) {
            tooMany.note("Note " + step);
        }
        assertThat(tooMany.sentBy(alex, SHARED + "/new").body())
                .contains("Use at most 10 steps.", "Note 10</textarea>");
        assertThat(new MacroForm("None").sentBy(alex, SHARED + "/new").body())
                .contains("Add at least one step.");
        assertThat(new MacroForm("Long").note("長".repeat(1_001)).sentBy(ann, OWN + "/new").body())
                .contains("Text is too long. Use at most 1,000");
        assertThat(
                        new MacroForm("Nowhere")
                                .note("Note")
                                .with("scope", "some")
                                .sentBy(alex, SHARED + "/new")
                                .body())
                .contains("Select at least one workstream");
        assertThat(parley.count("select count(*) from macro")).isZero();
    }

    @Test
    void theSecondOfTwoAdministratorsKeepsTheirInputAndTheLogSaysWhatChanged() {
        new MacroForm("Greet").reply("Hello").savedBy(alex, SHARED);
        assertThat(new MacroForm("ＧＲＥＥＴ").note("x").sentBy(alex, SHARED + "/new").body())
                .contains("already has this title");
        var address = SHARED + "/" + id("Greet");
        var second = parley.desk("Sue", Role.ADMINISTRATOR);
        var change = new MacroForm("Greet").with("revision", "1").reply("Good day");
        assertThat(change.sentBy(alex, address).statusCode()).isEqualTo(303);

        var conflict =
                new MacroForm("Greet").with("revision", "1").reply("Howdy").sentBy(second, address);

        assertThat(conflict.statusCode()).isEqualTo(422);
        assertThat(conflict.body()).contains("Alexandra changed this", "Howdy</textarea>");
        var again = new MacroForm("Greet").with("revision", "2").reply("Howdy");
        assertThat(again.sentBy(second, address).statusCode()).isEqualTo(303);
        assertThat(alex.post(address + "/deletion", Map.of()).statusCode()).isEqualTo(303);
        assertThat(again.sentBy(second, address).statusCode()).isEqualTo(404);
        assertThat(alex.get("/admin/audit?kind=macro").body())
                .contains("Macro created", "Macro changed", "Macro deleted", "reply: Good day");
    }

    @Test
    void aRetiredCodeStaysInTheStepUntilAnotherIsChosen() {
        var code = code();
        new MacroForm("Refund").end(code, true).savedBy(alex, SHARED);
        var address = SHARED + "/" + id("Refund");
        assertThat(alex.get(address).body()).doesNotContain("a former code");
        retire(code);

        assertThat(alex.get(address).body())
                .contains("<option value=\"%s\" selected>a former code</option>".formatted(code));
        var kept = new MacroForm("Refunded").with("revision", "1").end(code, true);
        var refused = kept.sentBy(alex, address);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("can no longer be chosen. Choose another one.", "a former code</option>");
        var without = new MacroForm("Refunded").with("revision", "1").end("", true);
        assertThat(without.sentBy(alex, address).statusCode()).isEqualTo(303);
    }

    @Test
    void thePreviewShowsWhatEachStepWillDo() {
        var preview =
                new MacroForm("")
                        .reply("Dear {CustomerFirstName}, {AgentFirstName} here.")
                        .snooze("NEXT_WEEK")
                        .sentBy(ann, OWN + "/preview");

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("Dear Ada, Ann here.", "Snooze: Monday at 9:00");
        ann.reads("zh-TW");
        assertThat(new MacroForm("").snooze("TOMORROW").sentBy(ann, OWN + "/preview").body())
                .contains("稍後處理：明天上午 9:00");
    }

    @Test
    void personalMacrosAreTheirOwnersAndLibrariesAreLimited() {
        new MacroForm("Mine").note("Only for Ann").savedBy(ann, OWN);
        var ben = parley.agent("Ben");
        var mine = OWN + "/" + id("Mine");

        assertThat(ben.get(OWN).body()).contains("No macros yet");
        assertThat(ben.get(mine).statusCode()).isEqualTo(404);
        assertThat(ben.post(mine + "/deletion", Map.of()).statusCode()).isEqualTo(303);
        assertThat(alex.get(SHARED + "/" + id("Mine")).statusCode()).isEqualTo(404);
        assertThat(ann.get(SHARED).statusCode()).isEqualTo(403);
        assertThat(new MacroForm("Ours").note("x").sentBy(ann, SHARED + "/new").statusCode())
                .isEqualTo(403);
        assertThat(alex.get(OWN).statusCode()).isEqualTo(403);
        assertThat(alex.get(OWN + "/new").statusCode()).isEqualTo(403);
        assertThat(ann.get(mine).body()).contains("Only for Ann</textarea>");
        assertThat(
                        parley.count(
                                "select count(*) from audit_entry where subject = 'macro/%s'"
                                        .formatted(id("Mine"))))
                .isZero();

        fill(Macros.MOST_PERSONAL - 1);
        assertThat(new MacroForm("One more").note("x").sentBy(ann, OWN + "/new").body())
                .contains("There can be at most 50 macros.");
        new MacroForm("Mine").note("x").savedBy(ben, OWN);
    }

    private String code() {
        var draft = new DispositionCodeDraft("Refund", "退款", 1, true);
        var created = parley.part(DispositionCodes.class).create(draft, parley.anyUser());
        return ((DispositionCodeChange.Done) created).id().toString();
    }

    private void retire(String code) {
        var changed =
                parley.part(DispositionCodes.class)
                        .change(
                                new DispositionCodeId(UUID.fromString(code)),
                                1,
                                new DispositionCodeDraft("Refund", "退款", 1, false),
                                parley.anyUser());
        assertThat(changed).isInstanceOf(DispositionCodeChange.Done.class);
    }

    private void fill(int number) {
        parley.database()
                .sql(
                        """
                        insert into macro (id, owner_id, title, steps, restricted, workstreams,
                                           folded_title, created_at, created_by, changed_at,
                                           changed_by)
                        select gen_random_uuid(), owner_id, title || n, steps, restricted,
                               workstreams, folded_title || n, created_at, created_by, changed_at,
                               changed_by
                          from macro, generate_series(1, :number) n
                        """)
                .param("number", number)
                .update();
    }

    private String id(String title) {
        var found =
                parley.database()
                        .sql("select id::text from macro where title = :title")
                        .param("title", title)
                        .query(String.class)
                        .list();
        assertThat(found).as(title).hasSize(1);
        return found.getFirst();
    }
}
