package dev.parley.browser;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What can be wrong with a page, how the screen names it in both languages, and what fixes it.
final class PageFaults {
    private PageFaults() {}

    static Stream<Fault> all() {
        return Stream.of(appFaults(), tokenFaults(), webhookFaults(), sendingFaults())
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> appFaults() {
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

    private static Stream<Fault> tokenFaults() {
        return Stream.of(
                token("tokenExpired", 463, "has expired", "已到期"),
                token("tokenPassword", 460, "Facebook password", "變更了 Facebook 密碼"),
                token("tokenRevoked", 458, "revoked", "撤銷"),
                token("tokenCheckpoint", 459, "confirm their identity", "確認身分"),
                token("tokenLostRole", 492, "no longer has a role on the page", "不具有這個頁面的角色"),
                new Fault(
                        "tokenInvalid",
                        "does not accept the token",
                        "不接受這個權杖",
                        one -> one.keeps("EAAnobodyMadeThis"),
                        Fix.TOKEN),
                new Fault(
                        "tokenOfApp",
                        "an app access token",
                        "這是應用程式權杖",
                        one -> one.keeps(one.appToken()),
                        Fix.TOKEN),
                new Fault(
                        "tokenOtherPage",
                        "belongs to another page",
                        "屬於另一個頁面",
                        one -> one.keeps(one.tokenOf(1)),
                        Fix.TOKEN),
                new Fault(
                        "tokenOtherApp",
                        "created for another app",
                        "為另一個應用程式產生",
                        one -> one.keeps(one.tokenOfAnotherApp()),
                        Fix.TOKEN),
                new Fault(
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

    private static Stream<Fault> webhookFaults() {
        return Stream.of(
                new Fault(
                        "callbackMissing",
                        "never verified",
                        "從未驗證過",
                        one -> one.callback(null),
                        Fix.SUBSCRIBE),
                new Fault(
                        "verifyToken",
                        "another verify token",
                        "另一個驗證權杖",
                        one -> {
                            one.callback(null);
                            one.isVerifiedWrongly();
                        },
                        Fix.SUBSCRIBE),
                new Fault(
                        "callbackElsewhere",
                        "https://other.example.com/hook",
                        "https://other.example.com/hook",
                        one -> one.callback("https://other.example.com/hook"),
                        Fix.SUBSCRIBE),
                new Fault(
                        "callbackOff",
                        "turned off the app’s webhooks",
                        "已停用應用程式的 Webhook",
                        one -> one.setFault(Map.of("kind", "webhooksOff")),
                        Fix.SUBSCRIBE),
                new Fault(
                        "callbackFields",
                        "webhook lacks the field messages",
                        "Webhook 缺少欄位 messages",
                        ExaminedPage::namesOtherFields,
                        Fix.SUBSCRIBE),
                new Fault(
                        "notInstalled",
                        "not installed on the page",
                        "未安裝在頁面上",
                        one -> one.subscription(List.of()),
                        Fix.SUBSCRIBE),
                new Fault(
                        "messagesMissing",
                        "lacks the field messages",
                        "缺少「訊息」",
                        one -> one.subscription(List.of("message_echoes")),
                        Fix.SUBSCRIBE),
                new Fault(
                        "fieldsMissing",
                        "without these fields",
                        "缺少下列欄位",
                        one -> one.subscription(List.of("messages")),
                        Fix.SUBSCRIBE),
                new Fault(
                        "signatureBody",
                        "a wrong signature, although",
                        "簽章錯誤",
                        one -> one.getsWrongSignature(),
                        Fix.MESSAGE),
                new Fault(
                        "signatureSecret",
                        "signed with a different secret",
                        "以另一個祕密簽署",
                        one -> {
                            one.setFault(Map.of("kind", "secretReset"));
                            one.getsWrongSignature();
                        },
                        Fix.MESSAGE));
    }

    private static Stream<Fault> sendingFaults() {
        return Stream.of(
                new Fault(
                        "development",
                        "because the recipient is not on its team",
                        "不是團隊成員",
                        one -> one.isRefused(200, 2018028),
                        Fix.NONE),
                new Fault(
                        "threadOther",
                        "controls the latest conversations",
                        "另一個應用程式負責",
                        one -> one.isControlledElsewhere("99900099"),
                        Fix.RELEASE),
                new Fault(
                        "threadInbox",
                        "Meta’s inbox or its assistant controls",
                        "Meta 的收件匣",
                        one -> one.isControlledElsewhere("263902037430900"),
                        Fix.RELEASE),
                new Fault(
                        "profileAccess",
                        "Facebook does not provide customer names",
                        "不提供客戶姓名",
                        one -> {
                            one.getsMessage("Hello");
                            one.setFault(Map.of("kind", "noProfileAccess"));
                        },
                        Fix.NONE),
                new Fault(
                        "tagRefused",
                        "has not approved the tag",
                        "尚未核准這個標籤",
                        one -> {
                            one.usesMessageTag();
                            one.isRefused(100, 2018276);
                        },
                        Fix.NONE),
                new Fault(
                        "restricted",
                        "has restricted the page",
                        "限制此頁面",
                        one -> one.isRefused(368, 1390008),
                        Fix.NONE),
                new Fault(
                        "sendingStopped",
                        "Messages have been waiting",
                        "起等待傳送",
                        one -> one.isRefused(190, 463),
                        Fix.NONE));
    }

    private static Fault fault(String cause, Map<String, ?> fault, String english, String chinese) {
        return new Fault(cause, english, chinese, one -> one.setFault(fault), Fix.NONE);
    }

    private static Fault token(String cause, int subcode, String english, String chinese) {
        var fault = Map.of("kind", "tokenInvalid", "subcode", subcode);
        return new Fault(cause, english, chinese, one -> one.setFault(fault), Fix.TOKEN);
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

    record Fault(
            String cause, String english, String chinese, Consumer<ExaminedPage> breaks, Fix fix) {
        @Override
        public String toString() {
            return cause;
        }
    }
}
