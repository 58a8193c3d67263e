package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextSplitterTests {
    @Test
    void aShortTextIsNotSplit() {
        assertThat(TextSplitter.of("  Hello  ", 2000)).containsExactly("Hello");
        assertThat(TextSplitter.of("x".repeat(2000), 2000)).containsExactly("x".repeat(2000));
        assertThat(TextSplitter.of(" \n ", 2000)).isEmpty();
    }

    @Test
    void aLongTextIsSplitBetweenParagraphs() {
        var first = "a".repeat(1500);
        var second = "b".repeat(1500);

        assertThat(TextSplitter.of(first + "\n\n" + second, 2000)).containsExactly(first, second);
    }

    @Test
    void aLongParagraphIsSplitBetweenSentences() {
        var sentence = "This is a sentence of fifty characters, no more. ";

        var parts = TextSplitter.of(sentence.repeat(60), 2000);

        assertThat(parts).hasSize(2).allSatisfy(part -> assertThat(part).endsWith("more."));
        assertThat(String.join(" ", parts)).isEqualTo(sentence.repeat(60).strip());
    }

    @Test
    void aChineseParagraphIsSplitAfterItsSentences() {
        var sentence = "這是一個不長也不短的句子，「真的嗎？」她說：「當然！」於是大家都笑了。";

        var parts = TextSplitter.of(sentence.repeat(100), 2000);

        assertThat(parts).allSatisfy(part -> assertThat(part).endsWith("笑了。"));
        assertThat(String.join("", parts)).isEqualTo(sentence.repeat(100));
    }

    @Test
    void aClosingQuoteStaysWithItsSentence() {
        var sentence = "她說：「今天的茶已經全部賣完了，請您明天再來看看！」";

        var parts = TextSplitter.of(sentence.repeat(120), 2000);

        assertThat(parts).hasSizeGreaterThan(1).allSatisfy(part -> assertThat(part).endsWith("」"));
    }

    @Test
    void flagsSkinTonesAndAccentsAreNotSplit() {
        for (var one : List.of("🇹🇼", "👍🏽", "e\u0301", "❤️", "한")) {
            var parts = TextSplitter.of(("x" + one).repeat(900), 2000);

            assertThat(String.join("", parts)).isEqualTo(("x" + one).repeat(900));
            assertThat(parts).allSatisfy(part -> assertThat(part.replace(one, "")).matches("x*"));
        }
    }

    @Test
    void aGraphemeIsNeverSplit() {
        var family = "👨‍👩‍👧‍👦";

        var parts = TextSplitter.of(family.repeat(400), 2000);

        assertThat(String.join("", parts)).isEqualTo(family.repeat(400));
        assertThat(parts)
                .allSatisfy(part -> {
                    assertThat(part.length()).isLessThanOrEqualTo(2000);
                    assertThat(part.length() % family.length()).isZero();
                });
    }

    /// A split in the middle of any of these would give a broken or wrong link.
    @Test
    void aLinkIsNeverSplit() {
        for (var link :
                List.of(
                        "https://shop.example/order?id=77&step=2.1!now?and=then",
                        "http://a.example/%E8%8C%B6/" + "x".repeat(900),
                        "https://zh.example/茶葉/烏龍?大小=小包",
                        "www.shop.example/order/77?step=2",
                        "mailto:tea@shop.example",
                        "tea.and.more@shop.example",
                        "shop.example/order/77")) {
            for (var lead = 1990 - link.length(); lead <= 2001; lead += 7) {
                for (var before : List.of("茶", "茶。", "One two. ", "a ")) {
                    var text = filled(before, lead) + link + "。" + "茶".repeat(700);
                    isWhole(text, link, TextSplitter.of(text, 2000));
                }
            }
        }
    }

    @Test
    void aLinkIsNotSplitAfterAVeryLongWord() {
        var link = "https://shop.example/order/77?step=2";
        for (var lead = 1950; lead <= 2001; lead += 3) {
            var text = "x".repeat(lead) + link + "。" + "茶".repeat(700);
            isWhole(text, link, TextSplitter.of(text, 2000));
        }
    }

    @Test
    void aLinkLongerThanAMessageIsSplitAndNothingIsLost() {
        var link = "https://a.example/?" + "q=1&".repeat(1200);

        var parts = TextSplitter.of("See " + link, 2000);

        assertThat(String.join("", parts)).isEqualTo("See " + link);
        assertThat(parts).allSatisfy(part -> assertThat(part.length()).isBetween(1, 2000));
    }

    @Test
    void manyLinksInARowAreSplitBetweenThem() {
        var link = "https://a.example/?a=1";
        var text = (link + " ").repeat(400).strip();

        assertThat(TextSplitter.of(text, 2000))
                .allSatisfy(part -> assertThat(part).matches("(" + Pattern.quote(link) + " ?)+"));
    }

    @Test
    void aVeryLongGraphemeIsSplitBetweenCodePoints() {
        var text = "x".repeat(1999) + "e" + "\uD834\uDD65".repeat(1500);

        var parts = TextSplitter.of(text, 2000);

        assertThat(String.join("", parts)).isEqualTo(text);
        assertThat(parts)
                .allSatisfy(part -> {
                    assertThat(part.length()).isLessThanOrEqualTo(2000);
                    assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
                });
    }

    private static String filled(String with, int length) {
        return with.repeat(length / with.length() + 1).substring(0, length);
    }

    private static void isWhole(String text, String link, List<String> parts) {
        assertThat(parts)
                .as(() -> "the parts of …%s".formatted(text.substring(text.indexOf(link) - 5)))
                .anySatisfy(part -> assertThat(part).contains(link))
                .allSatisfy(part -> assertThat(part.length()).isBetween(1, 2000));
        assertThat(String.join("", parts).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }
}
