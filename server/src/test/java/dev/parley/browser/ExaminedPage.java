package dev.parley.browser;

import dev.parley.house.House;
import dev.parley.house.Meta;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page at the simulator that gets faults, and loses them, and is checked.
final class ExaminedPage {
    private final House house;

    ExaminedPage(House house) {
        this.house = house;
    }

    FacebookPage page() {
        return house.part(FacebookPages.class).byPageId(house.page()).orElseThrow();
    }

    String address() {
        return house.url() + path();
    }

    String path() {
        return "/admin/messaging-accounts/%s/pages/%s".formatted(page().account(), page().id());
    }

    void settles() {
        house.until(
                "it was checked",
                () -> house.count("select count(*) from page_status where asked") == 0);
    }

    void isFound(String cause) {
        house.until(
                "it is found",
                () ->
                        house.count(
                                        "select count(*) from page_finding where cause = '%s' and page = '%s'"
                                                .formatted(cause, house.page()))
                                == 1);
    }

    void keeps(String token) {
        house.part(FacebookPages.class).replaceToken(page(), new Secret(token), house.anyUser());
        settles();
    }

    void setFault(Map<String, ?> fault) {
        house.simulator().post("/simulator/faults", fault);
    }

    void callback(@Nullable String url) {
        var app = house.account().applicationId();
        var body = url == null ? Map.of() : Map.of("url", url);
        house.simulator().put("/simulator/apps/%s/callback".formatted(app), body);
    }

    void namesOtherFields() {
        registers("message_echoes");
    }

    void registers(String fields) {
        var account = house.account();
        house.simulator()
                .post(
                        "/%s/subscriptions".formatted(account.applicationId()),
                        Map.of(
                                "object",
                                "page",
                                "callback_url",
                                house.url() + account.callbackPath(),
                                "verify_token",
                                account.verifyToken().reveal(),
                                "fields",
                                fields,
                                "access_token",
                                appToken()));
    }

    void subscription(List<String> fields) {
        house.simulator()
                .put(
                        "/simulator/pages/%s/subscription".formatted(house.page()),
                        Map.of("fields", fields));
    }

    void isRefused(int code, int subcode) {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        house.simulator().refuseNext(1, code, subcode);
        ann.replies("No use");
        house.until(
                "it is known",
                () -> house.count("select count(*) from send_block where alerts") == 1);
        ann.closes();
    }

    void isControlledElsewhere(String app) {
        var ada = house.customer("Ada");
        ada.writes("Hello");
        house.handled(1);
        control(ada.id(), "take", app);
    }

    void release() {
        house.simulator()
                .state()
                .path("people")
                .valueStream()
                .filter(one -> one.path("name").asString().equals("Ada"))
                .forEach(one -> {
                    var id = one.path("id").asString();
                    var held = house.simulator().get(controlOf(id)).path("app").asString("");
                    if (!held.isEmpty()) {
                        control(id, "release", held);
                    }
                });
    }

    private void control(String person, String action, String app) {
        house.simulator().post(controlOf(person), Map.of("action", action, "app", app));
    }

    private String controlOf(String person) {
        return "/simulator/threads/%s/%s/control".formatted(house.page(), person);
    }

    String tokenOf(int place) {
        return house.simulator().state().path("pages").path(place).path("token").asString();
    }

    String appToken() {
        return house.account().applicationId() + "|" + house.account().appSecret().reveal();
    }

    String userToken() {
        return house.simulator().state().path("apps").path(0).path("userToken").asString();
    }

    String tokenOfAnotherApp() {
        var app = house.simulator().post("/simulator/apps", Map.of("name", "Tea bot"));
        return "EAA%sp%s".formatted(app.path("id").asString(), house.page());
    }

    void isVerifiedWrongly() {
        new Meta(house).handshake("not this one", "1");
    }

    void getsWrongSignature() {
        new Meta(house).posts("{}", "sha256=00");
    }

    void getsMessage(String text) {
        house.customer("Ada").writes(text);
        house.handled(1);
    }

    void usesMessageTag() {
        house.messageTag(true);
    }
}
