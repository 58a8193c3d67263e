package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Address;
import dev.parley.conversation.InternalNotes;
import dev.parley.conversation.PersonErasure;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What colleagues write to each other in a conversation.
@ExtendWith(TestParleyExtension.class)
class InternalNotesTests {
    private final TestParley parley;

    InternalNotesTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void colleaguesSeeANoteAndTheCustomerDoesNot() {
        var ada = parley.customer("Ada");
        ada.writes("Where is my parcel?");
        var ann = parley.agent("Ann").accepts(ada);

        notes(ann, "The carrier lost it");
        ann.replies("I will find out");

        var sue = parley.desk("Sue", Role.SUPERVISOR);
        sue.opens(ann.conversation());
        sue.sees("The carrier lost it");
        notes(sue, "Refund her");
        ann.sees("Refund her");
        parley.until("Ada hears", () -> ada.received().equals(List.of("I will find out")));
        parley.settle();
        assertThat(ada.received()).containsExactly("I will find out");
        assertThat(ann.worklist("mine")).contains("I will find out").doesNotContain("Refund her");
    }

    @Test
    void aRepeatedRequestAddsOneNote() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var ann = parley.agent("Ann").accepts(ada);
        var key = UUID.randomUUID();

        assertThat(note(ann, "Twice", key).statusCode()).isEqualTo(204);
        assertThat(note(ann, "Twice", key).statusCode()).isEqualTo(204);

        assertThat(notesStored()).isOne();
    }

    @Test
    void aNoteCanBeAddedToAClosedConversation() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var ann = parley.agent("Ann").accepts(ada);
        ann.does("end");
        ann.does("close");

        notes(ann, "She called again");

        ann.sees("She called again");
        assertThat(parley.count("select count(*) from conversation where state = 'CLOSED'"))
                .isOne();
    }

    @Test
    void aNoteIsRefusedWithItsReason() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var ann = parley.agent("Ann").accepts(ada);
        var ben = parley.agent("Ben");
        ben.opens(ann.conversation());

        assertThat(note(ann, "  ", UUID.randomUUID()).statusCode()).isEqualTo(422);
        assertThat(note(ann, "x".repeat(InternalNotes.LONGEST + 1), UUID.randomUUID()).body())
                .contains("5,000");
        assertThat(note(ben, "I may not read this", UUID.randomUUID()).statusCode()).isEqualTo(403);

        assertThat(notesStored()).isZero();
    }

    @Test
    void notesAboutAPersonAreErasedWithThePerson() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var ann = parley.agent("Ann").accepts(ada);
        notes(ann, "Lives in Taipei");

        parley.part(PersonErasure.class)
                .erase(new Address(FacebookChannel.KIND, parley.page(), ada.psid()));

        assertThat(parley.count("select count(*) from message where text like '%Taipei%'"))
                .isZero();
        ann.sees("This note was erased.");
    }

    private static void notes(Desk desk, String text) {
        assertThat(note(desk, text, UUID.randomUUID()).statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> note(Desk desk, String text, UUID key) {
        return desk.act("notes", Map.of("text", text, "key", key.toString()));
    }

    private long notesStored() {
        return parley.count("select count(*) from message where kind = 'INTERNAL_NOTE'");
    }
}
