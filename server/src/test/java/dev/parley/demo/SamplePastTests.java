package dev.parley.demo;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation.State;
import dev.parley.demo.SampleConversation.Said;
import dev.parley.demo.SampleScripts.By;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SamplePastTests {
    private static final Instant NOW = Instant.parse("2026-11-30T01:23:45Z");

    private final List<SampleConversation> past = SamplePast.before(NOW, 3);

    @Test
    void itIsTheSameEachTimeCountedBackFromNow() {
        var later = Duration.ofDays(70);

        var again = SamplePast.before(NOW.plus(later), 3);

        assertThat(again).hasSameSizeAs(past).hasSizeBetween(280, 320);
        assertThat(again.stream().map(one -> one.said().stream().map(Said::text).toList()))
                .containsExactlyElementsOf(
                        past.stream()
                                .map(one -> one.said().stream().map(Said::text).toList())
                                .toList());
        assertThat(again.getFirst().firstAt().minus(later)).isEqualTo(past.getFirst().firstAt());
    }

    @Test
    void itCoversSixWeeksAndEndsBeforeNow() {
        assertThat(past.getFirst().firstAt()).isBefore(NOW.minus(Duration.ofDays(40)));
        assertThat(past.getLast().lastAt()).isBefore(NOW).isAfter(NOW.minus(Duration.ofHours(1)));
        assertThat(past)
                .allSatisfy(one ->
                        assertThat(one.said())
                                .extracting(Said::at)
                                .isSorted()
                                .allMatch(at -> at.isAfter(NOW.minus(Duration.ofDays(44)))));
        assertThat(past.stream().map(SampleConversation::state).distinct())
                .contains(State.OPEN, State.ACTIVE, State.WAITING, State.CLOSED);
        assertThat(past.stream().map(SampleConversation::snoozedUntil))
                .filteredOn(until -> until != null && until.isAfter(NOW))
                .hasSizeGreaterThan(3);
    }

    @Test
    void noTwoConversationsEndAlikeAndNoPlaceIsLeftUnfilled() {
        assertThat(past).extracting(one -> one.said().getLast().text()).doesNotHaveDuplicates();
        assertThat(past.stream().flatMap(one -> one.said().stream()).map(Said::text))
                .noneMatch(text -> text.matches(".*[\\[\\]{}|].*") || text.isBlank());
    }

    @Test
    void mostConversationsThatSomebodyLookedAtHaveATag() {
        assertThat(past.stream().filter(one -> one.tag() != null))
                .hasSizeBetween(180, 260)
                .noneMatch(one -> one.state() == State.OPEN);
        assertThat(past.stream().map(SampleConversation::tag).distinct()).hasSize(13);
    }

    @Test
    void aPersonHasOneConversationAtATime() {
        past.stream()
                .collect(groupingBy(SampleConversation::person))
                .values()
                .forEach(own -> {
                    for (var place = 1; place < own.size(); place++) {
                        assertThat(own.get(place).firstAt()).isAfter(own.get(place - 1).lastAt());
                        assertThat(own.get(place - 1).state()).isEqualTo(State.CLOSED);
                    }
                });
    }

    @Test
    void openOnesWaitForAnAgentAndActiveOnesForAReply() {
        assertThat(past)
                .filteredOn(one -> one.state() == State.OPEN)
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(one.said()).extracting(Said::by).containsOnly(By.CUSTOMER));
        assertThat(past)
                .filteredOn(one -> one.state() == State.ACTIVE)
                .isNotEmpty()
                .allMatch(one -> one.said().getLast().by() == By.CUSTOMER);
        assertThat(past)
                .filteredOn(one -> one.state() == State.WAITING)
                .isNotEmpty()
                .allMatch(one -> one.said().getLast().by() == By.AGENT);
    }

    @Test
    void bothLanguagesBothPagesAndAllAgentsAreThere() {
        assertThat(past.stream().filter(one -> one.person().chinese()).count())
                .isBetween(100L, 240L);
        assertThat(past.stream().map(SampleConversation::page).distinct()).hasSize(2);
        assertThat(past.stream().map(SampleConversation::agent).distinct()).hasSize(3);
        assertThat(past.stream().filter(one -> one.said().stream().anyMatch(by(By.COLLEAGUE))))
                .hasSizeGreaterThan(10);
    }

    private static Predicate<Said> by(By by) {
        return said -> said.by() == by;
    }
}
