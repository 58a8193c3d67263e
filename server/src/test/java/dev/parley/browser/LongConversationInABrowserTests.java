package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An agent reads back in a conversation of 2,000 messages.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class LongConversationInABrowserTests {
    private static final int MESSAGES = 2_000;
    private static final int PAGES = 4;

    /// Scrolls to near the first entry that is loaded. Returns which entry the reader sees at the
    /// top, and where.
    private static final String SCROLL_UP =
            """
            () => {
                const box = document.getElementById("scroller");
                box.scrollTop = 250;
                const top = box.getBoundingClientRect().top;
                const seen = [...document.querySelectorAll("#timeline > .entry")]
                    .find(entry => entry.getBoundingClientRect().bottom > top);
                return seen.id + " " + seen.getBoundingClientRect().top;
            }
            """;

    private static final String PLACE =
            "id => document.getElementById(id).getBoundingClientRect().top";
    private static final String COUNT = "document.querySelectorAll('#timeline > .entry').length";

    private final TestParley parley;
    private final Windows windows;

    LongConversationInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @Test
    void earlierMessagesAreLoadedWhileScrollingUpAndNothingMoves() {
        var ada = parley.customer("Ada");
        ada.writes("Number 0");
        parley.handled(1);
        var id = parley.database().sql("select id::text from conversation").query(String.class);
        manyMessages();
        var ann = parley.user("Ann", Role.AGENT);
        var desk = windows.signIn(parley.url() + "/desk", ann, "en-US", 1440, 900);
        desk.navigate(parley.url() + "/desk/conversations/" + id.single());
        assertThat(desk.getByText("Old %d.".formatted(MESSAGES))).isInViewport();
        assertThat(count(desk)).isLessThan(100);

        for (var page = 0; page < PAGES; page++) {
            var before = count(desk);
            var seen = ((String) desk.evaluate(SCROLL_UP)).split(" ", 2);
            desk.waitForCondition(() -> count(desk) > before);
            var place = ((Number) desk.evaluate(PLACE, seen[0])).doubleValue();
            assertThat(place).isCloseTo(Double.parseDouble(seen[1]), within(1.5));
        }

        ada.writes("Just now");
        assertThat(desk.getByText("Just now").first()).isAttached();
        desk.locator("#newer").click();
        assertThat(desk.locator("#timeline").getByText("Just now")).isInViewport();
    }

    private static int count(Page desk) {
        return ((Number) desk.evaluate(COUNT)).intValue();
    }

    /// Before the first one: what is written now is later than all of them.
    private void manyMessages() {
        parley.database()
                .sql(
                        """
                        insert into message (id, conversation_id, channel, endpoint, author, kind, text,
                                             sent_at, status)
                        select gen_random_uuid(), conversation_id, channel, endpoint, author, kind,
                               'Old ' || n || '.' || repeat(' More words.', n % 9),
                               sent_at + (n - :count - 1) * interval '1 millisecond', status
                          from message, generate_series(1, :count) as n
                         where author = 'CUSTOMER'
                        """)
                .param("count", MESSAGES)
                .update();
    }
}
