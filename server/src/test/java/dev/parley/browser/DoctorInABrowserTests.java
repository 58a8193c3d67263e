package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.Secret;
import dev.parley.testing.Desk;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private final Windows windows;
    private Desk alex;
    private Page english;
    private Page chinese;

    DoctorInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @BeforeAll
    void open() {
        var login = parley.user("Alexandra", Role.ADMINISTRATOR);
        alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        english = windows.signIn(address(), login, "en-US", 1440, 900);
        chinese = windows.signIn(address(), login, "zh-TW", 360, 900);
        settles();
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

    static Stream<Story> stories() {
        return Stream.of(appFaults(), tokenFaults(), webhookFaults(), sendingFaults())
                .flatMap(stories -> stories);
    }

    private static Stream<Story> appFaults() {
        return Stream.of(
                fault("unreachable", Map.of("kind", "unreachable"), "does not respond", "沒有回應"),
                fault("clockBehind", Map.of("kind", "clockAhead"), "10 minutes behind", "慢 10 分鐘"),
                fault(
                        "clockAhead",
                        Map.of("kind", "clockAhead", "minutes", -10),
                        "10 minutes ahead",
                        "快 10 分鐘"),
                fault("appSecret", Map.of("kind", "secretReset"), "with this secret", "與祕密"));
    }

    private static Stream<Story> tokenFaults() {
        return Stream.of(
                token("tokenExpired", 463, "has expired", "已到期"),
                token("tokenPassword", 460, "Facebook password", "變更了 Facebook 密碼"),
                token("tokenRevoked", 458, "revoked", "撤銷"),
                token("tokenCheckpoint", 459, "confirm their identity", "確認身分"),
                token("tokenLostRole", 492, "no longer has a role on the page", "不具有這個頁面的角色"),
                new Story(
                        "tokenInvalid",
                        "does not accept the token",
                        "不接受這個權杖",
                        one -> one.keeps("EAAnobodyMadeThis"),
                        Fix.TOKEN),
                new Story(
                        "tokenOfApp",
                        "an app access token",
                        "這是應用程式權杖",
                        one -> one.keeps(one.appToken()),
                        Fix.TOKEN),
                new Story(
                        "tokenOtherPage",
                        "belongs to another page",
                        "屬於另一個頁面",
                        one -> one.keeps(one.tokenOf(1)),
                        Fix.TOKEN),
                new Story(
                        "tokenOtherApp",
                        "created for another app",
                        "為另一個應用程式產生",
                        one -> one.keeps(one.tokenOfAnotherApp()),
                        Fix.TOKEN),
                new Story(
                        "tokenOfUser",
                        "a user access token",
                        "這是使用者權杖",
                        one -> one.keeps(one.userToken()),
                        Fix.EXCHANGE),
                fault(
                        "tokenEndsSoon",
                        Map.of("kind", "tokenEnds", "days", 5),
                        "The token expires on",
                        "權杖將於"),
                fault(
                        "dataEndsSoon",
                        Map.of("kind", "dataAccessEnds", "days", 5),
                        "must be renewed",
                        "須在此之前續期"),
                fault(
                        "dataEnded",
                        Map.of("kind", "dataAccessEnds", "days", -1),
                        "data access expired",
                        "資料存取權已於"),
                fault(
                        "scopesMissing",
                        Map.of("kind", "permissionMissing"),
                        "lacks permissions for this page: pages_messaging",
                        "缺少此頁面的權限：pages_messaging"),
                fault(
                        "scopesHistory",
                        Map.of("kind", "historyMissing"),
                        "lacks pages_read_engagement",
                        "缺少 pages_read_engagement"));
    }

    private static Stream<Story> webhookFaults() {
        return Stream.of(
                new Story(
                        "callbackMissing",
                        "never verified",
                        "從未驗證過",
                        one -> one.callback(null),
                        Fix.SUBSCRIBE),
                new Story(
                        "verifyToken",
                        "another verify token",
                        "另一個驗證權杖",
                        one -> {
                            one.callback(null);
                            new Meta(one.parley).handshake("not this one", "1");
                        },
                        Fix.SUBSCRIBE),
                new Story(
                        "callbackElsewhere",
                        "https://other.example.com/hook",
                        "https://other.example.com/hook",
                        one -> one.callback("https://other.example.com/hook"),
                        Fix.SUBSCRIBE),
                new Story(
                        "callbackOff",
                        "turned off the app’s webhooks",
                        "已停用應用程式的 Webhook",
                        one -> one.setFault(Map.of("kind", "webhooksOff")),
                        Fix.SUBSCRIBE),
                new Story(
                        "callbackFields",
                        "webhook lacks the field messages",
                        "Webhook 缺少欄位 messages",
                        DoctorInABrowserTests::namesOtherFields,
                        Fix.SUBSCRIBE),
                new Story(
                        "notInstalled",
                        "not installed on the page",
                        "未安裝在頁面上",
                        one -> one.subscription(List.of()),
                        Fix.SUBSCRIBE),
                new Story(
                        "messagesMissing",
                        "lacks the field messages",
                        "缺少「訊息」",
                        one -> one.subscription(List.of("message_echoes")),
                        Fix.SUBSCRIBE),
                new Story(
                        "fieldsMissing",
                        "without these fields",
                        "缺少下列欄位",
                        one -> one.subscription(List.of("messages")),
                        Fix.SUBSCRIBE),
                new Story(
                        "signatureBody",
                        "a wrong signature, although",
                        "簽章錯誤",
                        one -> new Meta(one.parley).posts("{}", "sha256=00"),
                        Fix.MESSAGE),
                new Story(
                        "signatureSecret",
                        "signed with a different secret",
                        "以另一個祕密簽署",
                        one -> {
                            one.setFault(Map.of("kind", "secretReset"));
                            new Meta(one.parley).posts("{}", "sha256=00");
                        },
                        Fix.MESSAGE));
    }

    private static Stream<Story> sendingFaults() {
        return Stream.of(
                new Story(
                        "development",
                        "because the recipient is not on its team",
                        "不是團隊成員",
                        one -> one.isRefused(200, 2018028),
                        Fix.NONE),
                new Story(
                        "threadOther",
                        "controls the latest conversations",
                        "另一個應用程式負責",
                        one -> one.isControlledElsewhere("99900099"),
                        Fix.RELEASE),
                new Story(
                        "threadInbox",
                        "Meta’s inbox or its assistant controls",
                        "Meta 的收件匣",
                        one -> one.isControlledElsewhere("263902037430900"),
                        Fix.RELEASE),
                new Story(
                        "profileAccess",
                        "Facebook does not provide customer names",
                        "不提供客戶姓名",
                        one -> {
                            one.parley.customer("Ada").writes("Hello");
                            one.parley.handled(1);
                            one.setFault(Map.of("kind", "noProfileAccess"));
                        },
                        Fix.NONE),
                new Story(
                        "tagRefused",
                        "has not approved the tag",
                        "尚未核准這個標籤",
                        one -> {
                            one.parley.messageTag(true);
                            one.isRefused(100, 2018276);
                        },
                        Fix.NONE),
                new Story(
                        "restricted",
                        "has restricted the page",
                        "限制此頁面",
                        one -> one.isRefused(368, 1390008),
                        Fix.NONE),
                new Story(
                        "sendingStopped",
                        "Messages have been waiting",
                        "起等待傳送",
                        one -> one.isRefused(190, 463),
                        Fix.NONE));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theCauseIsNamedAndTheFixSetsThePageToRunning(Story story) {
        parley.deleteMessages();
        story.breaks.accept(this);
        if (AUTOMATIC.contains(story.cause)) {
            isFound(story.cause);
        } else {
            runsCheck();
        }

        openBoth();
        assertThat(cause(english, story.cause)).containsText(story.english);
        assertThat(cause(chinese, story.cause)).containsText(story.chinese);

        parley.simulator().clearFaults();
        fix(story.fix);
        if (story.fix != Fix.SUBSCRIBE) {
            runsCheck();
        }

        openBoth();
        assertThat(english.getByTestId("state")).hasText("Running", TIMEOUT);
        assertThat(cause(english, story.cause)).hasCount(0);
        assertThat(chinese.getByTestId("state")).hasText("執行中", TIMEOUT);
    }

    @Test
    void anOpenScreenUpdatesAfterTheHandshake() {
        parley.deleteMessages();
        callback(null);
        english.navigate(address());
        checkAgain();
        assertThat(english.getByTestId("state")).hasText("Needs attention");
        chinese.navigate(parley.url() + "/admin/messaging-accounts/" + page().account());
        var listed = chinese.locator("#pages tbody tr:has(a[href$='%s'])".formatted(page().id()));
        assertThat(listed).containsText("需要處理");

        registers("messages");

        assertThat(english.getByTestId("state")).hasText("Running", TIMEOUT);
        assertThat(cause(english, "callbackMissing")).hasCount(0);
        assertThat(listed.locator(".status")).hasText("執行中", TIMEOUT);
    }

    @Test
    void aTestMessageShowsEachStepAndTheScreenIsLegible() {
        parley.deleteMessages();
        var ann = parley.agent("Ann");
        english.navigate(address());
        english.locator("#test-message button").first().click();
        assertThat(english.getByTestId("test-message")).containsText("Now send a message to");
        var ada = parley.customer("Ada");
        ada.writes("Is this thing on?");
        assertThat(english.getByTestId("test-message")).containsText("Your message was delivered");
        ann.accepts(ada);
        checkAgain();
        chinese.navigate(address());
        ScreenChecks.rightDayAndNight(english, "doctor-en-1440");
        ScreenChecks.rightDayAndNight(chinese, "doctor-zh-360");
    }

    private void openBoth() {
        english.navigate(address());
        chinese.navigate(address());
    }

    /// Like the button *Check again*, without loading the screen: there are many stories.
    private void runsCheck() {
        var answer = alex.post(path() + "/check", Map.of());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("Not checked: " + answer.statusCode());
        }
        settles();
    }

    private void checkAgain() {
        english.getByText("Check again").first().click();
        settles();
        english.navigate(address());
    }

    private void isFound(String cause) {
        parley.until(
                "it is found",
                () ->
                        parley.count(
                                        "select count(*) from page_finding where cause = '%s' and page = '%s'"
                                                .formatted(cause, parley.page()))
                                == 1);
    }

    private void settles() {
        parley.until(
                "it was checked",
                () -> parley.count("select count(*) from page_status where asked") == 0);
    }

    private static Locator cause(Page window, String cause) {
        return window.locator("[data-test=check][data-cause=" + cause + "]");
    }

    private void fix(Fix fix) {
        switch (fix) {
            case SUBSCRIBE -> {
                english.locator(".check-remedy button").first().click();
                settles();
            }
            case TOKEN -> typed("#page-token", "token", tokenOf(0));
            case EXCHANGE -> typed("#page-token", "userToken", userToken());
            case MESSAGE -> {
                parley.customer("Ada").writes("Signed rightly");
                parley.handled(1);
            }
            case RELEASE -> release();
            case NONE -> {}
        }
    }

    private void typed(String part, String field, String what) {
        english.locator(part + " details:has(#" + field + ") summary").click();
        english.locator("#" + field).fill(what);
        english.locator("form:has(#" + field + ") button[type=submit]").click();
        settles();
    }

    private void keeps(String token) {
        parley.part(FacebookPages.class).replaceToken(page(), new Secret(token), parley.anyUser());
        settles();
    }

    private void setFault(Map<String, ?> fault) {
        parley.simulator().post("/simulator/faults", fault);
    }

    private void callback(@Nullable String url) {
        var app = parley.account().applicationId();
        var body = url == null ? Map.of() : Map.of("url", url);
        parley.simulator().put("/simulator/apps/%s/callback".formatted(app), body);
    }

    private void namesOtherFields() {
        registers("message_echoes");
    }

    private void registers(String fields) {
        var account = parley.account();
        parley.simulator()
                .post(
                        "/%s/subscriptions".formatted(account.applicationId()),
                        Map.of(
                                "object",
                                "page",
                                "callback_url",
                                parley.url() + account.callbackPath(),
                                "verify_token",
                                account.verifyToken().reveal(),
                                "fields",
                                fields,
                                "access_token",
                                appToken()));
    }

    private void subscription(List<String> fields) {
        parley.simulator()
                .put(
                        "/simulator/pages/%s/subscription".formatted(parley.page()),
                        Map.of("fields", fields));
    }

    private void isRefused(int code, int subcode) {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.simulator().refuseNext(1, code, subcode);
        ann.replies("No use");
        parley.until(
                "it is known",
                () -> parley.count("select count(*) from send_block where alerts") == 1);
        ann.closes();
    }

    private void isControlledElsewhere(String app) {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.handled(1);
        control(ada.id(), "take", app);
    }

    private void release() {
        parley.simulator()
                .state()
                .path("people")
                .valueStream()
                .filter(one -> one.path("name").asString().equals("Ada"))
                .forEach(one -> {
                    var id = one.path("id").asString();
                    var held = parley.simulator().get(controlOf(id)).path("app").asString("");
                    if (!held.isEmpty()) {
                        control(id, "release", held);
                    }
                });
    }

    private void control(String person, String action, String app) {
        parley.simulator().post(controlOf(person), Map.of("action", action, "app", app));
    }

    private String controlOf(String person) {
        return "/simulator/threads/%s/%s/control".formatted(parley.page(), person);
    }

    private String tokenOf(int place) {
        return parley.simulator().state().path("pages").path(place).path("token").asString();
    }

    private String appToken() {
        return parley.account().applicationId() + "|" + parley.account().appSecret().reveal();
    }

    private String userToken() {
        return parley.simulator().state().path("apps").path(0).path("userToken").asString();
    }

    private String tokenOfAnotherApp() {
        var app = parley.simulator().post("/simulator/apps", Map.of("name", "Tea bot"));
        return "EAA%sp%s".formatted(app.path("id").asString(), parley.page());
    }

    private FacebookPage page() {
        return parley.part(FacebookPages.class).byPageId(parley.page()).orElseThrow();
    }

    private String address() {
        return parley.url() + path();
    }

    private String path() {
        return "/admin/messaging-accounts/%s/pages/%s".formatted(page().account(), page().id());
    }

    private static Story fault(String cause, Map<String, ?> fault, String english, String chinese) {
        return new Story(cause, english, chinese, one -> one.setFault(fault), Fix.NONE);
    }

    private static Story token(String cause, int subcode, String english, String chinese) {
        var fault = Map.of("kind", "tokenInvalid", "subcode", subcode);
        return new Story(cause, english, chinese, one -> one.setFault(fault), Fix.TOKEN);
    }

    /// The fix, except for causes that end at Meta without one.
    enum Fix {
        NONE,
        SUBSCRIBE,
        TOKEN,
        EXCHANGE,
        MESSAGE,
        RELEASE
    }

    record Story(
            String cause,
            String english,
            String chinese,
            Consumer<DoctorInABrowserTests> breaks,
            Fix fix) {
        @Override
        public String toString() {
            return cause;
        }
    }
}
