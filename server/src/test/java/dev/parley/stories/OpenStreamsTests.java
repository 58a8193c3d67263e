package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.identity.Credentials;
import dev.parley.identity.Role;
import dev.parley.identity.UserChange;
import dev.parley.identity.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/// A desk's stream ends with the session and the rights that opened it.
@ExtendWith(HouseExtension.class)
class OpenStreamsTests {
    private final House house;

    OpenStreamsTests(House house) {
        this.house = house;
    }

    @Test
    void aStreamEndsWhenItsUserIsDisabled() {
        var dora = house.agent("Dora");
        var bea = house.agent("Bea");
        assertThat(dora.isListening()).isTrue();

        change("dora", Set.of(Role.AGENT), false);

        house.until("Dora's stream is over", () -> !dora.isListening());
        assertThat(bea.isListening()).isTrue();
    }

    @Test
    void aStreamEndsWithTheRole() {
        var finn = house.desk("Finn", Role.AGENT, Role.SUPERVISOR);
        assertThat(finn.isListening()).isTrue();

        change("finn", Set.of(Role.AGENT), true);

        house.until("Finn's stream is over", () -> !finn.isListening());
        assertThat(finn.get("/desk/rail").statusCode()).isEqualTo(200);
    }

    @Test
    void aStreamEndsWithItsSessionAndNoOther() {
        var ann = house.agent("Ann");
        var elsewhere = house.agent("Ann");

        assertThat(ann.post("/sign-out", Map.of()).statusCode()).isLessThan(400);

        house.until("the stream is over", () -> !ann.isListening());
        assertThat(elsewhere.isListening()).isTrue();
        house.database().sql("delete from spring_session").update();
        house.until("the other is over too", () -> !elsewhere.isListening());
    }

    @Test
    void anotherBrowserOfTheUserStaysConnected() {
        var ann = house.agent("Ann");
        var elsewhere = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        elsewhere.accepts(ada).sees("Hello");

        assertThat(ann.post("/sign-out", Map.of()).statusCode()).isLessThan(400);
        house.until("the stream is over", () -> !ann.isListening());
        var before = rings(elsewhere.received());
        ada.writes("Are you there?");

        house.until("an event arrives", () -> rings(elsewhere.received()) > before);
    }

    @Test
    void aStreamEndsWhenThePasswordIsReset() {
        var ann = house.agent("Ann");

        house.database()
                .sql("update user_account set epoch = epoch + 1 where sign_in_name = 'ann'")
                .update();

        house.until("the stream is over", () -> !ann.isListening());
    }

    @Test
    void heartbeatsAreSentWhileNothingHappens() {
        var ann = house.agent("Ann");

        house.until("there is a heartbeat", () -> ann.received().contains("event:beat"));
    }

    @Test
    void aBusyListIsToldOnceASecondAtMost() {
        var ann = house.agent("Ann");
        try (var events = ann.openStream()) {
            var began = Instant.now();
            for (var person = 1; person <= 20; person++) {
                house.customer("Customer " + person).writes("Is anybody there?");
            }
            house.handled(20);
            house.until("the list is told", () -> events.count("worklist") > 0);

            var seconds = Duration.between(began, Instant.now()).toSeconds();
            assertThat(events.count("worklist")).isLessThanOrEqualTo(seconds + 2);
        }
    }

    private static long rings(String heard) {
        return heard.lines().filter(line -> line.contains("conversation-")).count();
    }

    private void change(String name, Set<Role> roles, boolean active) {
        var users = house.part(Users.class);
        var user = users.bySignInName(name).orElseThrow();
        var administrator =
                house.part(Credentials.class).findActive(house.anyUser(), 1).orElseThrow();
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
