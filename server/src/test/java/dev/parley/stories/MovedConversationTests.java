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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A brother and a sister write from one profile: a conversation is moved to the contact whom it is
/// with.
@ExtendWith(TestParleyExtension.class)
class MovedConversationTests {
    private final TestParley parley;
    private final Desk ann;
    private final TestCustomer ada;
    private String sister = "";
    private String brother = "";

    MovedConversationTests(TestParley parley) {
        this.parley = parley;
        ann = parley.agent("Ann");
        ada = parley.customer("Ada");
    }

    @BeforeEach
    void theBrotherWritesFromTheProfileOfHisSister() {
        sister = contact(Map.of("name", "Lin Ada", "notes", "Likes oolong"));
        brother = contact(Map.of("name", "Lin Bo", "notes", "Pays by invoice"));
        ada.writes("Hello");
        ann.accepts(ada);
        ann.act("link", Map.of("contact", sister));
        ann.does("end");
        ann.does("close");
        ada.writes("This is Bo");
        ann.accepts(ada);
    }

    @Test
    void onlyThisConversationIsWithTheBrother() {
        var number = number();
        assertThat(ann.region("customer")).contains("Likes oolong", "#" + (number - 1));

        assertThat(move(brother)).isEqualTo(204);
        assertThat(move(brother)).isEqualTo(204);

        assertThat(ann.region("customer"))
                .contains("Pays by invoice")
                .contains("Only this conversation. The social profile is linked to Lin Ada.")
                .doesNotContain("Likes oolong", "#" + (number - 1));
        assertThat(ann.worklist("mine")).contains("Lin Bo").doesNotContain("Lin Ada");
        assertThat(page(brother)).contains("#" + number);
        assertThat(page(sister)).contains("#" + (number - 1)).doesNotContain("#" + number);
        ann.does("end");
        ann.does("close");
        ada.writes("This is Ada");
        ann.accepts(ada);
        assertThat(ann.region("customer"))
                .contains("Likes oolong", "#" + (number - 1))
                .doesNotContain("Pays by invoice", "#" + number);
    }

    @Test
    void aConversationIsMovedBack() {
        move(brother);
        assertThat(moveBack(sister)).isEqualTo(204);
        assertThat(ann.region("customer")).contains("Pays by invoice");

        assertThat(moveBack(brother)).isEqualTo(204);
        assertThat(moveBack(brother)).isEqualTo(204);

        assertThat(ann.region("customer")).contains("Likes oolong").doesNotContain("Pays by");
        assertThat(page(brother)).doesNotContain("#" + number());
        assertThat(audited())
                .containsOnlyOnce("customer.conversationMoved", "customer.conversationMovedBack");
    }

    @Test
    void aContactIsCreatedForTheConversationOnce() {
        var form = new HashMap<>(ContactForms.contact(Map.of("name", "Lin Cai")));
        form.put("only", "true");
        form.put("kind", "person");
        assertThat(ann.act("contact", form).statusCode()).isEqualTo(204);

        var again = ann.act("contact", form);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Lin Cai");
        assertThat(parley.count("select count(*) from contact")).isEqualTo(3);
        assertThat(ann.region("customer")).contains("Lin Cai", "linked to Lin Ada");
    }

    @Test
    void whoeverIsLaterIsToldAndOnlyReadersMove() {
        var ben = parley.agent("Ben");
        ben.opens(ann.conversation());
        assertThat(ben.act("other-contact", Map.of("contact", brother)).statusCode())
                .isEqualTo(404);
        move(brother);
        var late = ann.act("other-contact", Map.of("contact", sister));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Lin Bo");
        moveBack(brother);
        assertThat(move(UUID.randomUUID().toString())).isEqualTo(409);
    }

    @Test
    void itFollowsAMergeAndEndsWithTheContactOrThePerson() {
        move(brother);
        var other = contact(Map.of("name", "Bo Lin", "notes", "Calls at noon"));
        var merge = Map.of("with", brother, "revision", "1", "otherRevision", "1");
        ann.post("/customers/%s/merge".formatted(other), merge);
        assertThat(ann.region("customer")).contains("Calls at noon\n\nPays by invoice");
        var undo = Map.of("with", brother, "revision", "2");
        ann.post("/customers/%s/merge/undo".formatted(other), undo);
        assertThat(ann.region("customer")).contains("Pays by invoice").doesNotContain("at noon");

        parley.desk("Sue", Role.SUPERVISOR)
                .post("/customers/%s/deletion".formatted(brother), Map.of());
        assertThat(ann.region("customer")).contains("Likes oolong").doesNotContain("Only this");
        move(other);
        parley.part(PersonErasure.class)
                .erase(new Address(FacebookChannel.KIND, parley.page(), ada.psid()));
        assertThat(parley.count("select count(*) from conversation_contact")).isZero();
    }

    private int move(String contact) {
        return ann.act("other-contact", Map.of("contact", contact)).statusCode();
    }

    private int moveBack(String contact) {
        return ann.act("other-contact/undo", Map.of("contact", contact)).statusCode();
    }

    private long number() {
        return parley.database()
                .sql("select number from conversation where id = :id::uuid")
                .param("id", ann.conversation())
                .query(Long.class)
                .single();
    }

    private String page(String contact) {
        return ann.get("/customers/" + contact).body();
    }

    private List<String> audited() {
        return parley.database()
                .sql("select action from audit_entry")
                .query((row, _) -> row.getString("action"))
                .list();
    }

    private String contact(Map<String, String> fields) {
        return ContactForms.create(ann, "person", fields);
    }
}
