package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPartsTests {
    @Test
    void whatFitsStaysWhole() {
        assertThat(TextParts.of("  Hello  ")).containsExactly("Hello");
        assertThat(TextParts.of("x".repeat(2000))).containsExactly("x".repeat(2000));
        assertThat(TextParts.of(" \n ")).isEmpty();
    }

    @Test
    void aLongTextIsCutBetweenParagraphs() {
        var first = "a".repeat(1500);
        var second = "b".repeat(1500);

        assertThat(TextParts.of(first + "\n\n" + second)).containsExactly(first, second);
    }

    @Test
    void aLongParagraphIsCutBetweenSentences() {
        var sentence = "This is a sentence of fifty characters, no more. ";

        var parts = TextParts.of(sentence.repeat(60));

        assertThat(parts).hasSize(2).allSatisfy(part -> assertThat(part).endsWith("more."));
        assertThat(String.join(" ", parts)).isEqualTo(sentence.repeat(60).strip());
    }

    @Test
    void aCharacterThatReadersSeeAsOneIsNeverCut() {
        var family = "👨‍👩‍👧‍👦";

        var parts = TextParts.of(family.repeat(400));

        assertThat(String.join("", parts)).isEqualTo(family.repeat(400));
        assertThat(parts)
                .allSatisfy(part -> {
                    assertThat(part.length()).isLessThanOrEqualTo(2000);
                    assertThat(part.length() % family.length()).isZero();
                });
    }
}
