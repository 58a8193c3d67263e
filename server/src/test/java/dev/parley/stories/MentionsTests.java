package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Mentioning colleagues in internal notes.
@ExtendWith(TestParleyExtension.class)
class MentionsTests {
    private static final Pattern LINK = Pattern.compile("href=\"(/desk/mentions/[^\"]+)\"");

    private final TestParley parley;
    private final Desk ann;
    private final Desk sue;

    MentionsTests(TestParley parley) {
        this.parley = parley;
        var ada = parley.customer("Ada");
        ada.writes("Where is my parcel?");
        ann = parley.agent("Ann").accepts(ada);
        sue = parley.desk("Sue", Role.SUPERVISOR);
    }

    @Test
    void aMentionedColleagueIsToldAndOpensTheNote() {
        notes("May I refund her, @Sue?");

        parley.until("Sue is told", () -> sue.received().contains("mentions"));
        assertThat(mentionsInTheRail(sue)).contains("data-test=\"mentions-count\">1<");
        var list = sue.get("/desk/mentions").body();
        assertThat(list).contains("May I refund her, ", "@Sue", "Ada", "Ann", "data-unread");

        var opened = sue.get(first(list));
        assertThat(opened.statusCode()).isEqualTo(303);
        var address = opened.headers().firstValue("Location").orElseThrow();
        assertThat(address).contains(ann.conversation() + "?at=");
        assertThat(sue.get(address.substring(address.indexOf("/desk"))).body())
                .contains("<mark class=\"mention viewer\" data-test=\"mentioned\">@Sue</mark>");
        assertThat(mentionsInTheRail(sue)).doesNotContain("mentions-count");
        assertThat(sue.get("/desk/mentions").body()).contains("@Sue").doesNotContain("data-unread");
    }

    @Test
    void whoReadsTheConversationHasReadTheMention() {
        notes("@sue please look");
        sue.opens(ann.conversation());

        sue.post(
                "/desk/changes",
                Map.of("conversation", ann.conversation(), "timeline", "", "reading", "true"));

        assertThat(mentionsInTheRail(sue)).doesNotContain("mentions-count");
    }

    @Test
    void onlyWhoMayReadTheConversationIsOfferedAndMentioned() {
        var ben = parley.agent("Ben");
        assertThat(colleagues("")).contains("Sue").doesNotContain("Ben", "Ann");
        assertThat(colleagues("su")).contains("Sue");
        assertThat(colleagues("xyz")).contains("Nobody with this name");
        notes("@Ben and @Sue");

        assertThat(parley.count("select count(*) from mention")).isOne();
        assertThat(
                        ben.get("/desk/conversations/%s/colleagues".formatted(ann.conversation()))
                                .statusCode())
                .isEqualTo(404);
        ann.does("end");
        ann.does("close");
        assertThat(colleagues("be")).contains("Ben");
    }

    @Test
    void aMentionInAConversationThatIsNowAnothersIsNotShown() {
        var bob = parley.customer("Bob");
        var ben = parley.agent("Ben");
        ben.setPresence("AWAY");
        bob.writes("Hello");
        parley.handled(2);
        ann.accepts(bob);
        ann.does("end");
        ann.does("close");
        notes("@Ben you know him");
        assertThat(mentionsInTheRail(ben)).contains("mentions-count");
        var link = first(ben.get("/desk/mentions").body());

        parley.database()
                .sql("update conversation set state = 'ACTIVE', close_at = now() where id = :id")
                .param("id", UUID.fromString(ann.conversation()))
                .update();

        assertThat(mentionsInTheRail(ben)).doesNotContain("mentions-count");
        assertThat(ben.get("/desk/mentions").body()).contains("No mentions yet");
        var opened = ben.get(link).headers().firstValue("Location").orElseThrow();
        assertThat(ben.get(opened.substring(opened.indexOf("/desk"))).body())
                .contains("You can no longer read this conversation.");
    }

    @Test
    void aRepeatedNoteMentionsOnceAndManyMentionsArePagedAndMarkedTogether() {
        var key = UUID.randomUUID();
        note("@Sue", key);
        note("@Sue", key);
        assertThat(parley.count("select count(*) from mention")).isOne();
        for (var number = 1; number <= 31; number++) {
            notes("@Sue number " + number);
        }

        var page = sue.get("/desk/mentions").body();
        assertThat(page).contains("number 31", "/desk/mentions?page=2").doesNotContain("number 1<");
        assertThat(sue.get("/desk/mentions?page=2").body()).contains("number 1<");

        assertThat(sue.post("/desk/mentions/read", Map.of()).statusCode()).isEqualTo(303);
        assertThat(mentionsInTheRail(sue)).doesNotContain("mentions-count");
    }

    private void notes(String text) {
        note(text, UUID.randomUUID());
    }

    private void note(String text, UUID key) {
        var answer = ann.act("notes", Map.of("text", text, "key", key.toString()));
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private String colleagues(String typed) {
        return ann.get(
                        "/desk/conversations/%s/colleagues?typed=%s"
                                .formatted(ann.conversation(), typed))
                .body();
    }

    private static String mentionsInTheRail(Desk desk) {
        return desk.get("/desk/rail").body().replaceAll("\\s*\n\\s*", "");
    }

    private static String first(String list) {
        var link = LINK.matcher(list);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
