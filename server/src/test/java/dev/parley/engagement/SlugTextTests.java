package dev.parley.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTextTests {
    private static final SlugValues ADA = new SlugValues("Ada Lin", "Ann Lee", "1001");
    private static final SlugValues A_VISITOR = new SlugValues(null, "Ann", "1001");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Hi {CustomerFirstName}, this is {AgentDisplayName}. | Hi Ada, this is Ann Lee.",
                "{CustomerLastName}/{CustomerFullName}/{AgentFirstName} | Lin/Ada Lin/Ann",
                "#{ConversationNumber} | #1001",
                "{customerfirstname} and { CustomerFirstName } | Ada and Ada",
                "No slug: {} { } {unknown} | No slug: {} { } {unknown}"
            })
    void slugsAreReplaced(String text, String filled) {
        assertThat(SlugText.filled(text, ADA)).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "Hi {CustomerFirstName|there}, welcome!/Hi there, welcome!",
                "Hi {CustomerFirstName}, welcome!/Hi, welcome!",
                "{CustomerFullName} 您好/您好",
                "您好 {CustomerFullName}，我是 {AgentFirstName}/您好，我是 Ann",
                "{CustomerFullName|您}好/您好",
                "Thanks {CustomerFirstName} for waiting/Thanks  for waiting"
            })
    void aSlugWithoutAValueLeavesNoGap(String text, String filled) {
        assertThat(SlugText.filled(text, A_VISITOR).replace("  ", " "))
                .isEqualTo(filled.replace("  ", " "));
    }

    @Test
    void aNameIsNeverReadAsASlug() {
        var mallory = new SlugValues("{AgentFullName}\nBank: 123", "Ann", "7");

        assertThat(SlugText.filled("Hi {CustomerFullName}!", mallory))
                .isEqualTo("Hi {AgentFullName} Bank: 123!");
    }

    @Test
    void fieldsOfTheCustomerAreReadOnlyForATextThatContainsOne() {
        var reads = new AtomicInteger();
        var values =
                new SlugValues(
                        "Ada",
                        "Ann",
                        "7",
                        () -> {
                            reads.incrementAndGet();
                            return Map.of("level", "{Gold}");
                        });

        assertThat(SlugText.filled("Hi {CustomerFirstName}", values)).isEqualTo("Hi Ada");
        assertThat(reads).hasValue(0);
        assertThat(SlugText.filled("{Customer.level}, {customer.LEVEL}", values))
                .isEqualTo("{Gold}, {Gold}");
        assertThat(SlugText.filled("Dear {Customer.title|guest} {Customer.no_such}!", values))
                .isEqualTo("Dear guest!");
        assertThat(SlugText.unknownIn("{Customer.level} {Customer.} {Customer.a b} {Order.level}"))
                .containsExactly("Customer.", "Customer.a b", "Order.level");
    }

    @Test
    void unknownSlugsAreFound() {
        assertThat(SlugText.unknownIn("{CustomerName} {Nickname} {CustomerName} {AgentLastName|x}"))
                .containsExactly("CustomerName", "Nickname");
    }

    @ParameterizedTest
    @CsvSource({
        "王小明, 小明, 王",
        "歐陽小明, 小明, 歐陽",
        "王 小明, 小明, 王",
        "Ada Lin, Ada, Lin",
        "Ada, Ada, Ada",
        "Mary Ann van Dyk, Mary, Dyk"
    })
    void aNameIsTakenApart(String full, String first, String last) {
        assertThat(PersonName.of(full)).isEqualTo(new PersonName(full, first, last));
    }
}
