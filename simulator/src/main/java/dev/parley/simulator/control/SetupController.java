package dev.parley.simulator.control;

import dev.parley.simulator.webhook.Callback;
import dev.parley.simulator.webhook.SignedRequests;
import dev.parley.simulator.webhook.Subscriptions;
import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Directory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What somebody does in Meta's console: another callback, other fields; and what Meta itself sends
/// about people who leave.
@RestController
class SetupController {
    /// @param url null for none
    record Address(@Nullable String url) {}

    /// @param app the first one if it is missing
    record AppFields(@Nullable String app, @Nullable List<@Nullable String> fields) {}

    /// @param kind `deletion` or `deauthorize`
    /// @param app the first one if it is missing
    record Leave(@Nullable String kind, @Nullable String person, @Nullable String app) {}

    private final ControlLookup controlLookup;
    private final Directory directory;
    private final Subscriptions subscriptions;
    private final SignedRequests signedRequests;

    SetupController(
            ControlLookup controlLookup,
            Directory directory,
            Subscriptions subscriptions,
            SignedRequests signedRequests) {
        this.controlLookup = controlLookup;
        this.directory = directory;
        this.subscriptions = subscriptions;
        this.signedRequests = signedRequests;
    }

    /// Nobody is asked whether the address is theirs.
    @PutMapping("/simulator/apps/{app}/callback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void register(@PathVariable String app, @RequestBody Address order) {
        var one = app(app);
        if (order.url() != null && !isAddress(order.url())) {
            throw ControlLookup.bad("Not an address: " + order.url());
        }
        var fields = subscriptions.callback(one).map(Callback::fields).orElse(Set.of("messages"));
        subscriptions.register(
                one, order.url() == null ? null : new Callback(order.url(), "", fields));
    }

    /// The app is on the page with these fields; without any, it is not there.
    @PutMapping("/simulator/pages/{page}/subscription")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void subscribe(@PathVariable String page, @RequestBody AppFields order) {
        var fields = ControlLookup.list("fields", order.fields());
        if (fields.isEmpty()) {
            subscriptions.remove(app(order.app()), controlLookup.page(page));
        } else {
            subscriptions.install(app(order.app()), controlLookup.page(page), Set.copyOf(fields));
        }
    }

    /// Somebody asks Meta to have their data deleted, or takes the app off their account.
    @PostMapping("/simulator/privacy")
    Map<String, Object> leave(@RequestBody Leave order) {
        var kind = ControlLookup.given("kind", order.kind());
        if (!kind.equals("deletion") && !kind.equals("deauthorize")) {
            throw ControlLookup.bad("`kind` is deletion or deauthorize");
        }
        var answer =
                signedRequests.send(
                        app(order.app()),
                        kind.equals("deletion") ? "data-deletion" : kind,
                        controlLookup.person(order.person()));
        return Map.of("status", answer.statusCode(), "body", answer.body());
    }

    private static boolean isAddress(String url) {
        try {
            var address = URI.create(url);
            return address.getHost() != null
                    && Set.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private App app(@Nullable String id) {
        return id == null
                ? directory.app()
                : directory.app(id).orElseThrow(() -> ControlLookup.bad("There is no app " + id));
    }
}
