package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.parley.browser.PageFaults.Fault;
import dev.parley.browser.PageFaults.Fix;
import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The simulator is put into each failure state, the page's screen names the cause in both
/// languages, and the fix sets the page to Running. One browser for all.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
@TestInstance(Lifecycle.PER_CLASS)
class DoctorInABrowserTests {
    private static final LocatorAssertions.HasTextOptions TIMEOUT =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);

    /// Problems in the outbox are checked automatically.
    private static final List<String> AUTOMATIC =
            List.of("development", "tagRefused", "restricted", "sendingStopped");

    private final TestParley parley;
    private final ExaminedPage page;
    private final Windows windows;
    private Desk alex;
    private Page english;
    private Page chinese;

    DoctorInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.page = new ExaminedPage(parley);
        this.windows = windows;
    }

    @BeforeAll
    void open() {
        var login = parley.user("Alexandra", Role.ADMINISTRATOR);
        alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        english = windows.signIn(page.address(), login, "en-US", 1440, 900);
        chinese = windows.signIn(page.address(), login, "zh-TW", 360, 900);
        page.settles();
    }

    @AfterEach
    void nothingIsWrongAnyMore() {
        parley.simulator().clearFaults();
        parley.until("what was missed is fetched, and nothing subscribed any more", this::isCalm);
    }

    private boolean isCalm() {
        return parley.count("select count(*) from page_watch where wanted or since is not null")
                == 0;
    }

    @ParameterizedTest
    @MethodSource("dev.parley.browser.PageFaults#all")
    void theCauseIsNamedAndTheFixSetsThePageToRunning(Fault fault) {
        parley.deleteMessages();
        fault.breaks().accept(page);
        if (AUTOMATIC.contains(fault.cause())) {
            page.isFound(fault.cause());
        } else {
            runsCheck();
        }

        openBoth();
        assertThat(cause(english, fault.cause())).containsText(fault.english());
        assertThat(cause(chinese, fault.cause())).containsText(fault.chinese());

        parley.simulator().clearFaults();
        fix(fault.fix());
        if (fault.fix() != Fix.SUBSCRIBE) {
            runsCheck();
        }

        openBoth();
        assertThat(english.getByTestId("state")).hasText("Running", TIMEOUT);
        assertThat(cause(english, fault.cause())).hasCount(0);
        assertThat(chinese.getByTestId("state")).hasText("執行中", TIMEOUT);
    }

    @Test
    void anOpenScreenUpdatesAfterTheHandshake() {
        parley.deleteMessages();
        page.callback(null);
        english.navigate(page.address());
        checkAgain();
        assertThat(english.getByTestId("state")).hasText("Needs attention");
        chinese.navigate(parley.url() + "/admin/messaging-accounts/" + page.page().account());
        var listed =
                chinese.locator("#pages tbody tr:has(a[href$='%s'])".formatted(page.page().id()));
        assertThat(listed).containsText("需要處理");

        page.registers("messages");

        assertThat(english.getByTestId("state")).hasText("Running", TIMEOUT);
        assertThat(cause(english, "callbackMissing")).hasCount(0);
        assertThat(listed.locator(".status")).hasText("執行中", TIMEOUT);
    }

    @Test
    void aTestMessageShowsEachStepAndTheScreenIsLegible() {
        parley.deleteMessages();
        var ann = parley.agent("Ann");
        english.navigate(page.address());
        english.locator("#test-message button").first().click();
        assertThat(english.getByTestId("test-message")).containsText("Now send a message to");
        var ada = parley.customer("Ada");
        ada.writes("Is this thing on?");
        assertThat(english.getByTestId("test-message")).containsText("Your message was delivered");
        ann.accepts(ada);
        checkAgain();
        chinese.navigate(page.address());
        ScreenChecks.rightDayAndNight(english, "doctor-en-1440");
        ScreenChecks.rightDayAndNight(chinese, "doctor-zh-360");
    }

    private void openBoth() {
        english.navigate(page.address());
        chinese.navigate(page.address());
    }

    /// Like the button *Check again*, without loading the screen: there are many stories.
    private void runsCheck() {
        var answer = alex.post(page.path() + "/check", Map.of());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("Not checked: " + answer.statusCode());
        }
        page.settles();
    }

    private void checkAgain() {
        english.getByText("Check again").first().click();
        page.settles();
        english.navigate(page.address());
    }

    private static Locator cause(Page window, String cause) {
        return window.locator("[data-test=check][data-cause=" + cause + "]");
    }

    private void fix(Fix fix) {
        switch (fix) {
            case SUBSCRIBE -> {
                english.locator(".check-remedy button").first().click();
                page.settles();
            }
            case TOKEN -> typed("#page-token", "token", page.tokenOf(0));
            case EXCHANGE -> typed("#page-token", "userToken", page.userToken());
            case MESSAGE -> page.getsMessage("Signed rightly");
            case RELEASE -> page.release();
            case NONE -> {}
        }
    }

    private void typed(String part, String field, String what) {
        english.locator(part + " details:has(#" + field + ") summary").click();
        english.locator("#" + field).fill(what);
        english.locator("form:has(#" + field + ") button[type=submit]").click();
        page.settles();
    }
}
