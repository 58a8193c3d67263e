package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.ReceivedItems.NOW;
import static dev.parley.messenger.webhook.ReceivedItems.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.ChannelEvent.Acted;
import dev.parley.channel.ChannelEvent.Asks;
import dev.parley.channel.ChannelEvent.ChannelNotice;
import dev.parley.channel.ChannelEvent.ControlChanged;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.channel.ChannelEvent.Edited;
import dev.parley.channel.ChannelEvent.EndpointWarned;
import dev.parley.channel.ChannelEvent.EndpointWarned.Warning;
import dev.parley.channel.ChannelEvent.Ignored;
import dev.parley.channel.ChannelEvent.Reacted;
import dev.parley.channel.ChannelEvent.ToAnotherApp;
import dev.parley.channel.ChannelEvent.Unsent;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.Content;
import dev.parley.channel.Content.Handover;
import dev.parley.channel.Content.Move;
import dev.parley.channel.ConversationControl.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Events other than messages: echoes, edits, reactions, thread control, notices of Meta.
class MessengerEventsTests {
    private final ReceivedItems received = new ReceivedItems();

    @Test
    void anEchoIsOursWithItsReference() {
        assertThat(
                        received.message(
                                "{'mid':'m','is_echo':true,'app_id':7,'metadata':'id','text':'x'}"))
                .isEqualTo(
                        new Echoed(
                                "m",
                                THEN,
                                new Content.Text("x"),
                                "id",
                                new Party(Party.Kind.APP, "7")));
    }

    @ParameterizedTest
    @CsvSource({"263902037430900, INBOX", "1217981644879628, INBOX", "700, PARLEY", "123, APP"})
    void anEchoNamesTheAppThatWroteIt(String app, Party.Kind kind) {
        var echo =
                (Echoed)
                        received.message(
                                "{'mid':'m','is_echo':true,'app_id':%s,'text':'x'}".formatted(app));

        assertThat(echo.by()).isNotNull().extracting(Party::kind).isEqualTo(kind);
    }

    @Test
    void actionsOfThePageAreNotTheCustomers() {
        var payload =
                "{'sender':{'id':'1'},'recipient':{'id':'2'},'reaction':{'mid':'m','reaction':'wow'}}";

        assertThat(received.read("reaction", payload)).isEqualTo(new Reacted("m", NOW, "😮", true));
        assertThat(received.message("{'mid':'m','is_echo':true,'is_deleted':true}"))
                .isEqualTo(new Unsent("m", THEN, true));
    }

    @Test
    void messagesAreEditedUnsentAndReactedTo() {
        assertThat(
                        received.event(
                                "message_edit",
                                "'message_edit':{'mid':'m','text':'n','num_edit':'3'}"))
                .isEqualTo(new Edited("m", THEN, "n", 3, false));
        assertThat(received.message("{'mid':'m','is_deleted':true}"))
                .isEqualTo(new Unsent("m", THEN, false));
        assertThat(
                        received.event(
                                "reaction",
                                "'reaction':{'mid':'m','action':'react','reaction':'wow'}"))
                .isEqualTo(new Reacted("m", THEN, "😮", false));
        assertThat(
                        received.event(
                                "reaction",
                                "'reaction':{'mid':'m','emoji':'u{2764}','reaction':'love'}"))
                .isEqualTo(new Reacted("m", THEN, "❤️", false));
        assertThat(received.event("reaction", "'reaction':{'mid':'m','action':'unreact'}"))
                .isEqualTo(new Reacted("m", THEN, null, false));
    }

    @Test
    void threadControlChanges() {
        assertThat(
                        received.event(
                                "pass_thread_control",
                                "'pass_thread_control':{'previous_owner_app_id':null,"
                                        + "'new_owner_app_id':700}"))
                .isEqualTo(new ControlChanged(THEN, new Handover(Move.PASSED, null, Party.PARLEY)));
        assertThat(
                        received.event(
                                "take_thread_control",
                                "'take_thread_control':{'previous_owner_app_id':'700',"
                                        + "'new_owner_app_id':'8'}"))
                .isEqualTo(
                        new ControlChanged(
                                THEN,
                                new Handover(
                                        Move.TAKEN, Party.PARLEY, new Party(Party.Kind.APP, "8"))));
        assertThat(
                        received.event(
                                "request_thread_control",
                                "'request_thread_control':{'requested_owner_app_id':"
                                        + "263902037430900}"))
                .isEqualTo(
                        new ControlChanged(THEN, new Handover(Move.REQUESTED, null, Party.INBOX)));
    }

    @Test
    void standbyEventsAreOverheard() {
        assertThat(received.read("standby.message", "{'message':{'mid':'m','text':'x'}}"))
                .isInstanceOfSatisfying(
                        ToAnotherApp.class,
                        overheard -> assertThat(overheard.event()).isInstanceOf(Wrote.class));
    }

    @ParameterizedTest
    @CsvSource({
        "policy_enforcement, block, BLOCKED",
        "policy-enforcement, warning, WARNED",
        "policy_enforcement, unblock, UNBLOCKED",
        "policy_enforcement, whatever, OTHER"
    })
    void thePageIsWarned(String kind, String action, Warning warning) {
        assertThat(
                        received.event(
                                kind, "'%s':{'action':'%s','reason':'R'}".formatted(kind, action)))
                .isEqualTo(new EndpointWarned(THEN, warning, "R"));
    }

    @Test
    void aNoticeByMetaIsNotACustomerMessage() {
        assertThat(received.message("{'admin_text':'Our AI has left'}"))
                .isEqualTo(new ChannelNotice(THEN, "Our AI has left"));
    }

    @Test
    void unknownEventsAreShownByTheirName() {
        assertThat(received.event("never_heard_of", "'never_heard_of':{'a':1}"))
                .isEqualTo(
                        new Acted(
                                THEN,
                                new Content.Unsupported(null, "never_heard_of"),
                                Asks.A_READER,
                                null));
    }

    @Test
    void erasedOrImpersonalEventsAreIgnored() {
        assertThat(received.read("message", "{}")).isEqualTo(new Ignored());
        assertThat(received.read("changes.feed", "{'field':'feed'}")).isEqualTo(new Ignored());
        assertThat(received.read("nothing", "{'sender':{'id':'2'}}")).isEqualTo(new Ignored());
    }
}
