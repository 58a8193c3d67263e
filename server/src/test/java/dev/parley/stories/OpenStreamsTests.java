package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Credentials;
import dev.parley.identity.Role;
import dev.parley.identity.UserChange;
import dev.parley.identity.Users;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/// A desk's stream ends with the session and the rights that opened it.
@ExtendWith(TestParleyExtension.class)
class OpenStreamsTests {
    private final TestParley parley;

    OpenStreamsTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void aStreamEndsWhenItsUserIsDisabled() {
        var dora = parley.agent("Dora");
        var bea = parley.agent("Bea");
        assertThat(dora.isListening()).isTrue();

        change("dora", Set.of(Role.AGENT), false);

        parley.until("Dora's stream is over", () -> !dora.isListening());
        assertThat(bea.isListening()).isTrue();
    }

    @Test
    void aStreamEndsWithTheRole() {
        var finn = parley.desk("Finn", Role.AGENT, Role.SUPERVISOR);
        assertThat(finn.isListening()).isTrue();

        change("finn", Set.of(Role.AGENT), true);

        parley.until("Finn's stream is over", () -> !finn.isListening());
        assertThat(finn.get("/desk/rail").statusCode()).isEqualTo(200);
    }

    @Test
    void aStreamEndsWithItsSessionAndNoOther() {
        var ann = parley.agent("Ann");
        var elsewhere = parley.agent("Ann");

        assertThat(ann.post("/sign-out", Map.of()).statusCode()).isLessThan(400);

        parley.until("the stream is over", () -> !ann.isListening());
        assertThat(elsewhere.isListening()).isTrue();
        parley.database().sql("delete from spring_session").update();
        parley.until("the other is over too", () -> !elsewhere.isListening());
    }

    @Test
    void anotherBrowserOfTheUserStaysConnected() {
        var ann = parley.agent("Ann");
        var elsewhere = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        elsewhere.accepts(ada).sees("Hello");

        assertThat(ann.post("/sign-out", Map.of()).statusCode()).isLessThan(400);
        parley.until("the stream is over", () -> !ann.isListening());
        var before = conversationEvents(elsewhere.received());
        ada.writes("Are you there?");

        parley.until("an event arrives", () -> conversationEvents(elsewhere.received()) > before);
    }

    @Test
    void whoLostAccessIsNotNotifiedOfLaterMessages() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var ben = parley.agent("Ben");
        parley.until("it is listed", () -> ben.worklist("open").contains("Ada"));
        var id =
                parley.database()
                        .sql("select id::text from conversation")
                        .query(String.class)
                        .single();
        assertThat(ben.get("/desk/conversations/" + id).statusCode()).isEqualTo(200);
        var ann = parley.agent("Ann");
        ann.opens(id);
        ann.does("assign-to-me");
        parley.until("Ben is notified", () -> conversationEvents(ben.received()) > 0);
        ada.writes("Are you there?");
        ann.sees("Are you there?");
        var before = conversationEvents(ben.received());

        ada.writes("I am still waiting");
        ann.sees("I am still waiting");
        ada.writes("Good bye");
        ann.sees("Good bye");

        assertThat(conversationEvents(ben.received())).isEqualTo(before);
    }

    @Test
    void aStreamEndsWhenThePasswordIsReset() {
        var gina = parley.agent("Gina");

        parley.desk("Alexandra", Role.ADMINISTRATOR).resetsPassword(gina.signInName());

        parley.until("the stream is over", () -> !gina.isListening());
    }

    @Test
    void heartbeatsAreSentWhileNothingHappens() {
        var ann = parley.agent("Ann");

        parley.until("there is a heartbeat", () -> ann.received().contains("event:beat"));
    }

    @Test
    void aBusyListIsNotifiedOnceASecondAtMost() {
        var ann = parley.agent("Ann");
        try (var events = ann.openStream()) {
            var began = Instant.now();
            for (var person = 1; person <= 20; person++) {
                parley.customer("Customer " + person).writes("Is anybody there?");
            }
            parley.handled(20);
            parley.until("the list is notified", () -> events.count("worklist") > 0);

            var seconds = Duration.between(began, Instant.now()).toSeconds();
            assertThat(events.count("worklist")).isLessThanOrEqualTo(seconds + 2);
        }
    }

    private static long conversationEvents(String received) {
        return received.lines().filter(line -> line.contains("conversation-")).count();
    }

    private void change(String name, Set<Role> roles, boolean active) {
        var users = parley.part(Users.class);
        var user = users.bySignInName(name).orElseThrow();
        var administrator =
                parley.part(Credentials.class).findActive(parley.anyUser(), 1).orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken("Alex", null, "ROLE_ADMINISTRATOR"));
        try {
            var changed = user.changed(user.displayName(), roles, null, active, user.revision());
            assertThat(users.change(changed, administrator)).isInstanceOf(UserChange.Done.class);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
