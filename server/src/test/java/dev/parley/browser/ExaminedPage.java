package dev.parley.browser;

import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.Secret;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page at the simulator that gets faults, and loses them, and is checked.
final class ExaminedPage {
    private final TestParley parley;

    ExaminedPage(TestParley parley) {
        this.parley = parley;
    }

    FacebookPage page() {
        return parley.part(FacebookPages.class).byPageId(parley.page()).orElseThrow();
    }

    String address() {
        return parley.url() + path();
    }

    String path() {
        return "/admin/messaging-accounts/%s/pages/%s".formatted(page().account(), page().id());
    }

    void settles() {
        parley.until(
                "it was checked",
                () -> parley.count("select count(*) from page_status where asked") == 0);
    }

    void isFound(String cause) {
        parley.until(
                "it is found",
                () ->
                        parley.count(
                                        "select count(*) from page_finding where cause = '%s' and page = '%s'"
                                                .formatted(cause, parley.page()))
                                == 1);
    }

    void keeps(String token) {
        parley.part(FacebookPages.class).replaceToken(page(), new Secret(token), parley.anyUser());
        settles();
    }

    void setFault(Map<String, ?> fault) {
        parley.simulator().post("/simulator/faults", fault);
    }

    void callback(@Nullable String url) {
        var app = parley.account().applicationId();
        var body = url == null ? Map.of() : Map.of("url", url);
        parley.simulator().put("/simulator/apps/%s/callback".formatted(app), body);
    }

    void namesOtherFields() {
        registers("message_echoes");
    }

    void registers(String fields) {
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

    void subscription(List<String> fields) {
        parley.simulator()
                .put(
                        "/simulator/pages/%s/subscription".formatted(parley.page()),
                        Map.of("fields", fields));
    }

    void isRefused(int code, int subcode) {
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

    void isControlledElsewhere(String app) {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.handled(1);
        control(ada.id(), "take", app);
    }

    void release() {
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

    String tokenOf(int place) {
        return parley.simulator().state().path("pages").path(place).path("token").asString();
    }

    String appToken() {
        return parley.account().applicationId() + "|" + parley.account().appSecret().reveal();
    }

    String userToken() {
        return parley.simulator().state().path("apps").path(0).path("userToken").asString();
    }

    String tokenOfAnotherApp() {
        var app = parley.simulator().post("/simulator/apps", Map.of("name", "Tea bot"));
        return "EAA%sp%s".formatted(app.path("id").asString(), parley.page());
    }

    void isVerifiedWrongly() {
        new Meta(parley).handshake("not this one", "1");
    }

    void getsWrongSignature() {
        new Meta(parley).posts("{}", "sha256=00");
    }

    void getsMessage(String text) {
        parley.customer("Ada").writes(text);
        parley.handled(1);
    }

    void usesMessageTag() {
        parley.messageTag(true);
    }
}
