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

/// Changes of callback and fields in Meta's console, and the requests that Meta sends about people
/// who leave.
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

    /// The URL is not verified.
    @PutMapping("/simulator/apps/{app}/callback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void register(@PathVariable String app, @RequestBody Address request) {
        var one = app(app);
        if (request.url() != null && !isUrl(request.url())) {
            throw ControlLookup.bad("Not a URL: " + request.url());
        }
        var fields = subscriptions.callback(one).map(Callback::fields).orElse(Set.of("messages"));
        subscriptions.register(
                one, request.url() == null ? null : new Callback(request.url(), "", fields));
    }

    /// Installs the app on the page with these fields; without fields, removes it.
    @PutMapping("/simulator/pages/{page}/subscription")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void subscribe(@PathVariable String page, @RequestBody AppFields request) {
        var fields = ControlLookup.list("fields", request.fields());
        if (fields.isEmpty()) {
            subscriptions.remove(app(request.app()), controlLookup.page(page));
        } else {
            subscriptions.install(app(request.app()), controlLookup.page(page), Set.copyOf(fields));
        }
    }

    /// A person requests the deletion of their data, or removes the app from their account.
    @PostMapping("/simulator/privacy")
    Map<String, Object> leave(@RequestBody Leave request) {
        var kind = ControlLookup.required("kind", request.kind());
        if (!kind.equals("deletion") && !kind.equals("deauthorize")) {
            throw ControlLookup.bad("`kind` must be deletion or deauthorize");
        }
        var answer =
                signedRequests.send(
                        app(request.app()),
                        kind.equals("deletion") ? "data-deletion" : kind,
                        controlLookup.person(request.person()));
        return Map.of("status", answer.statusCode(), "body", answer.body());
    }

    private static boolean isUrl(String url) {
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
