package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Address;
import dev.parley.conversation.PersonErasure;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestParleyExtension.class)
class DraftsTests {
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    private final TestParley parley;
    private final Desk ann;
    private final TestCustomer ada;

    DraftsTests(TestParley parley) {
        this.parley = parley;
        ann = parley.agent("Ann");
        ada = parley.customer("Ada");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada);
    }

    @Test
    void aDraftIsShownInTheListUntilItIsSent() {
        assertThat(ann.worklist("mine")).doesNotContain("data-test=\"drafted\"");

        assertThat(types("It arr", FIRST, null, 0).statusCode()).isEqualTo(204);
        assertThat(types("It arrives", SECOND, FIRST, 0).statusCode()).isEqualTo(204);

        assertThat(texts()).containsExactly("It arrives");
        assertThat(ann.worklist("mine")).contains("data-test=\"drafted\"");
        assertThat(ann.region("draft")).contains("data-text=\"It arrives\"");
        assertThat(sends("It arrives", SECOND, null).statusCode()).isEqualTo(204);
        assertThat(texts()).isEmpty();
        assertThat(ann.worklist("mine")).doesNotContain("data-test=\"drafted\"");
    }

    @Test
    void emptyingTheFieldDeletesTheDraft() {
        types("It arr", FIRST, null, 0);

        assertThat(types("", SECOND, FIRST, 0).statusCode()).isEqualTo(204);

        assertThat(texts()).isEmpty();
    }

    @Test
    void aReplyDeletesNoDraftThatIsNewer() {
        types("It arrives", FIRST, null, 0);
        types("And the invoice", SECOND, FIRST, 0);

        assertThat(sends("It arrives", FIRST, null).statusCode()).isEqualTo(204);

        assertThat(texts()).containsExactly("And the invoice");
    }

    @Test
    void whatWasTypedLastInTwoWindowsIsTheDraftAndTheOtherIsKept() {
        types("Typed at the desk", FIRST, null, 0);

        assertThat(types("Typed on the phone", SECOND, null, 0).statusCode()).isEqualTo(200);

        assertThat(texts()).containsExactly("Typed on the phone");
        assertThat(ann.region("draft")).contains("data-test=\"draft-other\"", "Typed at the desk");
        types("Typed on the train, without network", UUID.randomUUID(), null, 60_000);
        assertThat(texts()).containsExactly("Typed on the phone");
        assertThat(ann.region("draft")).contains("Typed on the train, without network");
    }

    @Test
    void aRepeatedRequestAndALongerTextAreNoConflict() {
        types("It arr", FIRST, null, 0);

        assertThat(types("It arr", SECOND, null, 0).statusCode()).isEqualTo(204);
        assertThat(types("It arrives", UUID.randomUUID(), null, 0).statusCode()).isEqualTo(204);

        assertThat(texts()).containsExactly("It arrives");
        assertThat(ann.region("draft")).doesNotContain("draft-other");
    }

    @Test
    void onlyFewOfTheReplacedTextsAreKept() {
        for (var number = 0; number < 10; number++) {
            types("Window " + number, UUID.randomUUID(), null, 0);
        }

        assertThat(parley.count("select count(*) from draft where replaced")).isEqualTo(5);
    }

    @Test
    void aNoteHasADraftOfItsOwn() {
        types("It arrives", FIRST, null, 0);
        var note = Map.of("text", "Ask the depot", "revision", SECOND.toString());
        assertThat(ann.act("drafts/note", note).statusCode()).isEqualTo(204);
        assertThat(ann.region("draft-note")).contains("data-text=\"Ask the depot\"");

        var added =
                ann.act(
                        "notes",
                        Map.of(
                                "text", "Ask the depot",
                                "key", UUID.randomUUID().toString(),
                                "draft", SECOND.toString()));

        assertThat(added.statusCode()).isEqualTo(204);
        assertThat(texts()).containsExactly("It arrives");
    }

    @Test
    void anotherUserSeesNoneOfIt() {
        types("It arrives", FIRST, null, 0);
        var sue = parley.desk("Sue", Role.SUPERVISOR, Role.AGENT);
        sue.opens(ann.conversation());

        assertThat(sue.region("draft")).contains("id=\"draft\"").doesNotContain("It arrives");
        assertThat(sue.worklist("all")).doesNotContain("data-test=\"drafted\"");
    }

    @Test
    void nobodyWritesDraftsWhereTheyMayNotReadOrAct() {
        var bea = parley.agent("Bea");
        bea.opens(ann.conversation());
        var fields = Map.of("text", "Mine", "revision", UUID.randomUUID().toString());
        assertThat(bea.act("drafts/reply", fields).statusCode()).isEqualTo(404);

        var rita = parley.desk("Rita", Role.SUPERVISOR);
        rita.opens(ann.conversation());
        assertThat(rita.act("drafts/reply", fields).statusCode()).isEqualTo(403);
        assertThat(ann.act("drafts/poem", fields).statusCode()).isEqualTo(404);
        assertThat(ann.act("drafts/note", fields).statusCode()).isEqualTo(204);

        assertThat(types("x".repeat(20_001), FIRST, null, 0).statusCode()).isEqualTo(422);
        assertThat(parley.count("select count(*) from draft where mode = 'REPLY'")).isZero();
    }

    @Test
    void draftsAreDeletedWithThePersonAndAfterTwoWeeks() {
        types("Dear Ada", FIRST, null, 0);
        types("Ada, it arrives", SECOND, null, 0);

        parley.part(PersonErasure.class)
                .erase(new Address(FacebookChannel.KIND, parley.page(), ada.psid()));

        assertThat(parley.count("select count(*) from draft")).isZero();
        parley.timePasses(Duration.ofMinutes(1));
        types("It arrives", FIRST, null, 0);
        parley.timePasses(Duration.ofDays(13));
        parley.settle();
        assertThat(parley.count("select count(*) from draft")).isOne();
        parley.timePasses(Duration.ofDays(2));
        parley.settle();
        assertThat(parley.count("select count(*) from draft")).isZero();
    }

    @Test
    void aReplyThatCrossesAnUnseenMessageIsNotSent() {
        var seen = ann.messageThatSays("Is my parcel lost?");
        ada.writes("It came!");
        ann.sees("It came!");

        var answer = sends("It arrives tomorrow.", FIRST, seen);

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body()).isEqualTo("The customer sent a message while you were typing.");
        assertThat(sends("Great!", FIRST, ann.messageThatSays("It came!")).statusCode())
                .isEqualTo(204);
        parley.until("Ada hears", () -> ada.received().equals(List.of("Great!")));
    }

    private HttpResponse<String> types(
            String text, UUID revision, @Nullable UUID base, long millisecondsAgo) {
        var fields = new HashMap<String, String>();
        fields.put("text", text);
        fields.put("revision", revision.toString());
        fields.put("age", Long.toString(millisecondsAgo));
        if (base != null) {
            fields.put("base", base.toString());
        }
        return ann.act("drafts/reply", fields);
    }

    private HttpResponse<String> sends(String text, UUID draft, @Nullable UUID seen) {
        var fields = new HashMap<String, String>();
        fields.put("text", text);
        fields.put("key", UUID.randomUUID().toString());
        fields.put("draft", draft.toString());
        if (seen != null) {
            fields.put("seen", seen.toString());
        }
        return ann.act("replies", fields);
    }

    private List<String> texts() {
        return parley.database()
                .sql("select text from draft where not replaced order by typed_at")
                .query((row, _) -> row.getString("text"))
                .list();
    }
}
