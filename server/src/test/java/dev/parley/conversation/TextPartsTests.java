package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void aChineseParagraphIsCutBehindItsSentences() {
        var sentence = "這是一個不長也不短的句子，「真的嗎？」她說：「當然！」於是大家都笑了。";

        var parts = TextParts.of(sentence.repeat(100));

        assertThat(parts).allSatisfy(part -> assertThat(part).endsWith("笑了。"));
        assertThat(String.join("", parts)).isEqualTo(sentence.repeat(100));
    }

    @Test
    void aClosingQuoteStaysWithItsSentence() {
        var sentence = "她說：「今天的茶已經全部賣完了，請您明天再來看看！」";

        var parts = TextParts.of(sentence.repeat(120));

        assertThat(parts).hasSizeGreaterThan(1).allSatisfy(part -> assertThat(part).endsWith("」"));
    }

    @Test
    void flagsSkinTonesAndAccentsStayWhole() {
        for (var one : List.of("🇹🇼", "👍🏽", "e\u0301", "❤️", "한")) {
            var parts = TextParts.of(("x" + one).repeat(900));

            assertThat(String.join("", parts)).isEqualTo(("x" + one).repeat(900));
            assertThat(parts).allSatisfy(part -> assertThat(part.replace(one, "")).matches("x*"));
        }
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
