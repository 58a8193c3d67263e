package dev.parley.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which texts a query finds is tested by marking, which follows the same rules as PostgreSQL.
class SearchQueryTests {
    @ParameterizedTest
    @CsvSource({
        "parcel, Is my Parcel lost?, Parcel",
        "parc, Is my parcel lost?, parcel",
        "退貨, 我想退貨可以嗎, 退貨",
        "退, 我想退貨可以嗎, 退",
        "嗎, 我想退貨可以嗎, 嗎",
        "退貨單, 退貨單號碼, 退貨單",
        "cafe, Das Café ist zu, Café",
        "ＡＢＣ, abc, abc",
        "iphone退貨, 我要iPhone退貨單, iPhone退貨",
        "ガス, カﾞス, カﾞス",
        "ada@example.com, Write to Ada@Example.com!, Ada@Example.com",
        "𠮷野家, 我在𠮷野家, 𠮷野家"
    })
    void marksWhatIsSearchedFor(String query, String text, String marked) {
        assertThat(marked(query, text)).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource({
        "arcel, Is my parcel lost?",
        "退單, 退貨單",
        "\"lost par\", lost parcel",
        "\"parcel lost\", lost parcel",
        "e, elephant",
        "か, が"
    })
    void marksNothingElse(String query, String text) {
        assertThat(marked(query, text)).isEmpty();
    }

    @Test
    void partsCanBeAnywhere() {
        assertThat(marked("貨 lost", "Lost: 退貨")).isEqualTo("Lost|貨");
        assertThat(SearchQuery.of("貨 lost").condition()).isEqualTo("('貨':*) & ('lost':*)");
        assertThat(SearchQuery.of("「退貨單」 \"it arrives\"").condition())
                .isEqualTo("('退貨' <-> '貨單') & ('it' <-> 'arrives')");
    }

    @Test
    void everythingElseIsIgnored() {
        assertThat(SearchQuery.of(" ?! 👍 \" ").isEmpty()).isTrue();
        assertThat(SearchQuery.of("a".repeat(500)).text()).hasSize(SearchQuery.LONGEST);
        assertThat(SearchQuery.of("x ".repeat(50)).condition().split("&")).hasSize(10);
        assertThat(SearchQuery.of("it's ':* | !x").condition()).isEqualTo("('it' <-> 's') & ('x')");
    }

    @Test
    void aNumberMayBeThatOfAConversation() {
        assertThat(SearchQuery.of("#1234").number()).hasValue(1234);
        assertThat(SearchQuery.of("＃ 1234").number()).hasValue(1234);
        assertThat(SearchQuery.of("1234").number()).hasValue(1234);
        assertThat(SearchQuery.of("12a").number()).isEmpty();
        assertThat(SearchQuery.of("9".repeat(30)).number()).isEmpty();
    }

    private static String marked(String query, String text) {
        return SearchQuery.of(query).marksIn(text).stream()
                .map(mark -> text.substring(mark.from(), mark.to()))
                .collect(Collectors.joining("|"));
    }
}
