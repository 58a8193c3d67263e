package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.background.Pump;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Errors in the forms of a messaging account are shown beside the field, in the user's language;
/// input is kept, and nothing is saved in part.
@ExtendWith(TestParleyExtension.class)
class InvalidEntriesTests {
    private final TestParley parley;
    private final Desk alex;
    private final Wizard wizard;

    InvalidEntriesTests(TestParley parley) {
        this.parley = parley;
        this.alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        this.wizard = new Wizard(parley);
        alex.setPresence("AWAY");
    }

    @AfterEach
    void clear() {
        parley.simulator().clearFaults();
        wizard.clear();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    name              |                  | Enter a name for the account              | 請輸入帳戶名稱
                    name              | x*101            | Name is too long. Use at most 100         | 「名稱」太長，最多 100
                    applicationId     |                  | Enter the application ID                  | 請輸入應用程式識別碼
                    applicationId     | 12a              | Application ID must contain only digits   | 「應用程式識別碼」只能是數字
                    applicationId     | 1*101            | Application ID is too long                | 「應用程式識別碼」太長
                    applicationId     | 999              | Facebook has no app with this ID          | Facebook 找不到這個識別碼的應用程式
                    applicationSecret |                  | Enter the application secret              | 請輸入應用程式祕密
                    applicationSecret | a secret         | Application secret contains a space       | 「應用程式祕密」含有空格
                    applicationSecret | s*101            | Application secret is too long            | 「應用程式祕密」太長
                    applicationSecret | another          | This secret does not belong               | 這個祕密不屬於上方的應用程式識別碼
                    consent           |                  | Read the privacy notice                   | 請閱讀隱私權通知
                    pageName          |                  | Enter a name for the page                 | 請輸入頁面名稱
                    pageName          | x*101            | Page name is too long. Use at most 100    | 「頁面名稱」太長，最多 100
                    pageId            |                  | Enter the page ID                         | 請輸入頁面辨識碼
                    pageId            | 12a              | Page ID must contain only digits          | 「頁面辨識碼」只能是數字
                    pageId            | 1*101            | Page ID is too long                       | 「頁面辨識碼」太長
                    pageToken         |                  | Enter the page access token               | 請輸入頁面存取權杖
                    pageToken         | E*501            | Page access token is too long             | 「頁面存取權杖」太長，最多 500
                    pageToken         | EAA with a space | Page access token contains a space        | 「頁面存取權杖」含有空格
                    pageToken         | EAAnobodysToken1 | Facebook does not accept this token       | Facebook 不接受這個權杖
                    pageToken         | app              | This is an app access token               | 這是應用程式的權杖
                    pageToken         | user             | This is a user access token               | 這是使用者的權杖
                    pageToken         | other            | This token belongs to the page “Sunny Tea | 這個權杖屬於頁面「Sunny Tea
                    userToken         |                  | Enter the user access token               | 請輸入使用者存取權杖
                    userToken         | a token          | User access token contains a space        | 「使用者存取權杖」含有空格
                    userToken         | other            | This is not a user access token           | 這不是使用者權杖
                    """)
    void eachBadFieldHasItsOwnWordsInBothLanguages(
            String field, String value, String english, String chinese) {
        var form = form(field);
        form.fields.put(field, value(value));

        var answer = alex.post(form.address, form.fields);
        alex.reads("zh-TW");
        var translated = alex.post(form.address, form.fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(english);
        assertThat(translated.body()).contains(chinese);
        form.fields.entrySet().stream()
                .filter(typed -> typed.getKey().endsWith("Name") || typed.getKey().endsWith("Id"))
                .forEach(typed ->
                        assertThat(answer.body())
                                .contains("value=\"%s\"".formatted(typed.getValue())));
        assertThat(wizard.accountsCalled("Night shop")).isEmpty();
    }

    @Test
    void anAppIsNotVerifiedWhileFacebookCannotBeReached() {
        var draft = wizard.draft(alex, "Night shop");
        var typed = Wizard.application(wizard.appId(), wizard.secret());
        setFault(Map.of("kind", "unreachable"));

        var answer = alex.post(draft + "/application", typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Facebook cannot be reached, so the ID and the secret could not be checked")
                .contains("value=\"%s\"".formatted(wizard.appId()), "Entered; ends in", "checked");
        alex.reads("zh-TW");
        assertThat(alex.post(draft + "/application", typed).body())
                .contains("無法連線到 Facebook，因此未能檢查這個識別碼", "不檢查，直接繼續");
        assertThat(onward(alex.post(draft + "/application", and(typed, "unchecked", "true"))))
                .isEqualTo(draft + "/pages");
        parley.simulator().clearFaults();
        assertThat(onward(alex.post(draft + "/application", typed))).isEqualTo(draft + "/pages");
    }

    @Test
    void entriesProvenWrongCannotBeSkipped() {
        var draft = wizard.draft(alex, "Night shop");
        var page = Wizard.typed(wizard.newPage("Night Tea"));
        assertThat(onward(alex.post(draft + "/pages", page))).isEqualTo(draft + "/application");
        alex.post(draft + "/application", Wizard.application(wizard.appId(), wizard.secret()));
        alex.post(draft + "/pages", page);
        var wrong = Wizard.application(wizard.appId(), "another");

        var refused = alex.post(draft + "/application", wrong);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain("href=\"%s/pages\"".formatted(draft));
        for (var past : new String[] {"/pages", "/pages?add", "/pages?pick"}) {
            assertThat(onward(alex.get(draft + past))).isEqualTo(draft + "/application");
        }
        for (var past : new String[] {"/pages", "/pages/search", "/pages/picks"}) {
            assertThat(onward(alex.post(draft + past, page))).isEqualTo(draft + "/application");
        }
        assertThat(alex.get(draft + "/application").body()).contains("This secret does not belong");
        assertThat(alex.post(draft + "/save", Map.of()).statusCode()).isEqualTo(422);
        alex.post(draft + "/application", and(wrong, "back", "true"));
        assertThat(alex.get(draft).body()).doesNotContain("href=\"%s/pages\"".formatted(draft));
        setFault(Map.of("kind", "unreachable"));
        var silent = alex.post(draft + "/application", and(wrong, "unchecked", "true"));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body())
                .contains("Earlier it reported")
                .doesNotContain("without checking");
        assertThat(alex.post(draft + "/save", Map.of()).statusCode()).isEqualTo(422);
        assertThat(wizard.accountsCalled("Night shop")).isEmpty();
        parley.simulator().clearFaults();
        alex.post(draft + "/application", Wizard.application(wizard.appId(), wizard.secret()));
        assertThat(alex.get(draft + "/pages").body()).contains("Night Tea");
        assertThat(alex.post(draft + "/save", Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void anUncheckedEntryLeftByBackIsCheckedBeforeSaving() {
        var draft = wizard.draft(alex, "Night shop");
        var wrong = Wizard.application(wizard.appId(), "another");
        alex.post(draft + "/application", and(wrong, "back", "true"));

        assertThat(onward(alex.get(draft + "/pages"))).isEqualTo(draft + "/application");
        var refused = alex.post(draft + "/save", Map.of());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This secret does not belong");
        assertThat(wizard.accountsCalled("Night shop")).isEmpty();
    }

    @Test
    void aPageThatWasCheckedForAnotherAppCountsAsUnchecked() {
        var other = parley.simulator().post("/simulator/apps", Map.of("name", "Moon desk"));
        var draft = wizard.begun(alex, "Night shop");
        alex.post(draft + "/pages", Wizard.typed(wizard.newPage("Night Tea")));
        alex.post(draft + "/pages/search", Map.of("userToken", wizard.userToken()));
        assertThat(alex.get(draft + "/pages").body()).doesNotContain("Not checked");

        alex.post(
                draft + "/application",
                Wizard.application(other.path("id").asString(), other.path("secret").asString()));

        assertThat(alex.get(draft + "/pages?pick").body())
                .contains("Night Tea", "Not checked")
                .doesNotContain("name=\"picked\"");
    }

    @Test
    void aPageCannotLoseItsName() {
        var draft = wizard.begun(alex, "Night shop");
        var typed = new HashMap<>(Wizard.typed(wizard.newPage("Night Tea")));
        typed.put("pageName", "");
        typed.put("how", "CORRECTED");

        var answer = alex.post(draft + "/pages", typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Enter a name for the page");
    }

    @Test
    void theSecretOfAnAccountIsReplacedOnlyByTheAppsOwn() {
        var draft = wizard.begun(alex, "Night shop");
        alex.post(draft + "/save", Map.of());
        var account = wizard.accountsCalled("Night shop").getFirst();
        var settings = "/admin/messaging-accounts/%s".formatted(account.id());
        var typed = new HashMap<String, String>();
        typed.put("revision", "" + account.revision());
        typed.put("applicationSecret", "another");

        for (var how : new String[] {"false", "true"}) {
            typed.put("unchecked", how);
            var refused = alex.post(settings + "/secret", typed);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("This secret does not belong", "id=\"applicationSecret-problem\"");
        }
        typed.put("unchecked", "false");
        setFault(Map.of("kind", "unreachable"));
        assertThat(alex.post(settings + "/secret", typed).body())
                .contains("could not be checked", "Replace without checking");
        assertThat(wizard.accountsCalled("Night shop").getFirst().appSecret().reveal())
                .isEqualTo(wizard.secret());
        typed.put("unchecked", "true");
        assertThat(onward(alex.post(settings + "/secret", typed)))
                .isEqualTo(settings + "/settings");
    }

    @Test
    void aSlowFacebookIsDistinguishedFromAnUnreachableOne() {
        var draft = wizard.draft(alex, "Night shop");
        var typed = Wizard.application(wizard.appId(), wizard.secret());
        var page = Wizard.typed(wizard.newPage("Night Tea"));
        alex.reads("zh-TW");

        isSlowOnce();
        assertThat(alex.post(draft + "/application", typed).body())
                .contains("Facebook 太久沒有回應，因此未能檢查這個識別碼", "不檢查，直接繼續");
        alex.post(draft + "/application", typed);
        isSlowOnce();
        assertThat(
                        alex.post(draft + "/pages/search", Map.of("userToken", wizard.userToken()))
                                .body())
                .contains("Facebook 太久沒有回應，因此未能尋找頁面");
        alex.reads("en");
        isSlowOnce();
        assertThat(alex.post(draft + "/pages", page).body())
                .contains(
                        "Facebook did not respond in time",
                        "Add without checking",
                        "Entered; ends in")
                .contains("value=\"Night Tea\"", "No pages yet");
    }

    @Test
    void noPageIsFoundWhileFacebookCannotBeReached() {
        var draft = wizard.begun(alex, "Night shop");
        setFault(Map.of("kind", "unreachable"));

        var typed = Map.of("userToken", wizard.userToken());
        var answer = alex.post(draft + "/pages/search", typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Facebook cannot be reached, so the pages could not be found")
                .doesNotContain("without checking", wizard.userToken());
        alex.reads("zh-TW");
        assertThat(alex.post(draft + "/pages/search", typed).body())
                .contains("無法連線到 Facebook，因此未能尋找頁面");
    }

    @Test
    void aPageAddedUncheckedIsCheckedByTheDiagnostics() {
        var draft = wizard.begun(alex, "Night shop");
        var typed = new HashMap<>(Wizard.typed(wizard.newPage("Night Tea")));
        typed.put("pageToken", "EAAnobodysTokenAtAll");
        setFault(Map.of("kind", "unreachable"));

        var refused = alex.post(draft + "/pages", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Facebook cannot be reached, so the token", "value=\"Night Tea\"")
                .contains("Entered; ends in •••• tAll", "No pages yet", "Add without checking");
        alex.reads("zh-TW");
        assertThat(alex.post(draft + "/pages", typed).body())
                .contains("無法連線到 Facebook，因此未能檢查權杖", "不檢查，直接新增");
        alex.reads("en");
        alex.post(draft + "/pages", and(typed, "how", "UNCHECKED"));
        assertThat(alex.get(draft + "/pages").body()).contains("Night Tea", "Not checked");
        assertThat(alex.post(draft + "/save", Map.of()).statusCode()).isEqualTo(303);

        var screen = address(page(typed.getOrDefault("pageId", "")));
        parley.until("it is unreachable", () -> says(screen, "does not respond"));
        parley.simulator().clearFaults();
        alex.post(screen + "/check", Map.of());
        parley.until("the token is wrong", () -> says(screen, "does not accept the token"));
    }

    @Test
    void draftsExpireAfterADayWithAMessage() {
        var draft = wizard.begun(alex, "Night shop");
        parley.timePasses(Duration.ofHours(23));
        assertThat(alex.get(draft).body()).contains("value=\"Night shop\"");
        parley.timePasses(Duration.ofHours(2));

        var gone = alex.get(draft + "/pages");
        var late = alex.post(draft + "/pages", Wizard.typed(wizard.newPage("Night Tea")));

        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body())
                .contains("This unsaved account no longer exists", "Channel details", "Next")
                .doesNotContain("Night shop");
        assertThat(late.body()).contains("This unsaved account no longer exists");
        alex.reads("zh-TW");
        assertThat(alex.get(draft + "/application").body()).contains("這個尚未儲存的帳戶已不存在");
        assertThat(alex.get("/admin/messaging-accounts").body()).doesNotContain("Night shop");
        parley.part(Pump.class, "secretSweep").drain();
        assertThat(parley.count("select count(*) from account_draft")).isZero();
    }

    @Test
    void aPageIsRenamedInItsPane() {
        var draft = wizard.begun(alex, "Night shop");
        var typed = Wizard.typed(wizard.newPage("Night Tea"));
        alex.post(draft + "/pages", typed);
        alex.post(draft + "/save", Map.of());
        var page = page(typed.getOrDefault("pageId", ""));
        var account = "/admin/messaging-accounts/" + page.account();
        assertThat(alex.get(account + "?rename=" + page.id()).body())
                .contains("rename-pane", "value=\"Night Tea\"");

        var empty = renamed(page, " ");
        var tooLong = renamed(page, "x".repeat(101));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("rename-pane", "Enter a name for the page");
        assertThat(tooLong.body()).contains("Page name is too long", "x".repeat(101));
        assertThat(onward(renamed(page, "Moon Tea"))).isEqualTo(account);
        assertThat(alex.get(account).body()).contains("Moon Tea").doesNotContain("Night Tea");
        var conflict = renamed(page, "Star Tea");
        assertThat(conflict.statusCode()).isEqualTo(422);
        assertThat(conflict.body()).contains("while you had it open", "value=\"Star Tea\"");
        assertThat(page(page.pageId()).name()).isEqualTo("Moon Tea");
        assertThat(alex.get(account + "/history").body()).contains("Moon Tea", "Alexandra");
    }

    private HttpResponse<String> renamed(FacebookPage page, String name) {
        var form = Map.of("pageName", name, "revision", "" + page.revision());
        return alex.post(address(page) + "/name", form);
    }

    /// A valid form of the step that has this field.
    private Form form(String field) {
        if (field.equals("name")) {
            return new Form(Wizard.ADDRESS, new HashMap<>());
        }
        if (field.startsWith("application") || field.equals("consent")) {
            var fields = Wizard.application(wizard.appId(), wizard.secret());
            return new Form(
                    wizard.draft(alex, "Night shop") + "/application", new HashMap<>(fields));
        }
        var pages = wizard.begun(alex, "Night shop") + "/pages";
        return field.equals("userToken")
                ? new Form(pages + "/search", new HashMap<>())
                : new Form(pages, new HashMap<>(Wizard.typed(wizard.newPage("Night Tea"))));
    }

    /// `x*101` is that letter so many times.
    private String value(String written) {
        return switch (written == null ? "" : written) {
            case "app" -> wizard.appId() + "|" + wizard.secret();
            case "user" -> wizard.userToken();
            case "other" ->
                    parley.simulator().state().path("pages").path(0).path("token").asString();
            case String text when text.matches(".\\*\\d+") ->
                    text.substring(0, 1).repeat(Integer.parseInt(text.substring(2)));
            case String text -> text;
        };
    }

    private void setFault(Map<String, ?> fault) {
        parley.simulator().post("/simulator/faults", fault);
    }

    private void isSlowOnce() {
        setFault(Map.of("kind", "slow", "only", "others", "next", 1, "delayMillis", 4000));
    }

    private boolean says(String screen, String words) {
        return alex.get(screen).body().contains(words);
    }

    private FacebookPage page(String pageId) {
        return parley.part(FacebookPages.class).byPageId(pageId).orElseThrow();
    }

    private static String address(FacebookPage page) {
        return "/admin/messaging-accounts/%s/pages/%s".formatted(page.account(), page.id());
    }

    private static Map<String, String> and(Map<String, String> fields, String name, String value) {
        var all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private static String onward(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Wizard.location(answer);
    }

    private record Form(String address, Map<String, String> fields) {}
}
