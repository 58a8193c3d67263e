package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Colleague;
import dev.parley.identity.UserId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who is mentioned in a note.
class MentionNamesTests {
    private final Colleague ann = colleague("Ann", "ann.a");
    private final Colleague annLee = colleague("Ann Lee", "lee");
    private final Colleague ben = colleague("陳小明", "ben");
    private final List<Colleague> all = List.of(ann, annLee, ben);

    @Test
    void theLongestNameCounts() {
        assertThat(MentionNames.in("Ask @Ann Lee, not @ann.", all))
                .containsEntry(annLee.id(), "Ann Lee")
                .containsEntry(ann.id(), "ann")
                .hasSize(2);
    }

    @Test
    void textNeedsNoSpaceAroundANameInChinese() {
        assertThat(MentionNames.in("請＠陳小明看一下", all)).containsOnlyKeys(ben.id());
        assertThat(MentionNames.in("請@BEN看一下", all)).containsEntry(ben.id(), "BEN");
    }

    @Test
    void partsOfWordsAndAddressesMentionNobody() {
        assertThat(MentionNames.in("@Annabel, post@ann.example or @ bens", all)).isEmpty();
    }

    @Test
    void ofTwoWithTheSameNameOnlyTheSignInNameTellsWhich() {
        var other = colleague("Ann", "ann.b");
        var both = List.of(ann, other);

        assertThat(MentionNames.in("@Ann?", both)).isEmpty();
        assertThat(MentionNames.in("@ann.b?", both)).containsOnlyKeys(other.id());
    }

    @Test
    void atMostTwentyAreMentioned() {
        var many = IntStream.range(100, 130).mapToObj(n -> colleague("A" + n, "user" + n)).toList();
        var text = new StringBuilder();
        many.forEach(one -> text.append('@').append(one.displayName()).append(' '));

        assertThat(MentionNames.in(text.toString(), many)).hasSize(20);
    }

    private static Colleague colleague(String name, String signInName) {
        return new Colleague(new UserId(UUID.randomUUID()), name, signInName, false);
    }
}
