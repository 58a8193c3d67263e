package dev.parley.simulator.graph.page;

import dev.parley.simulator.fault.Condition;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.graph.FieldLimits;
import dev.parley.simulator.graph.FieldList;
import dev.parley.simulator.graph.GraphCall;
import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.graph.GraphRefusal;
import dev.parley.simulator.graph.NodeType;
import dev.parley.simulator.graph.Tokens;
import dev.parley.simulator.webhook.Callback;
import dev.parley.simulator.webhook.Subscriptions;
import dev.parley.simulator.webhook.WebhookDelivery;
import dev.parley.simulator.world.App;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Both levels of subscription. New fields replace the previous ones.
@RestController
class SubscriptionsController {
    private static final Map<String, Object> SUCCESS = Map.of("success", true);

    private final Tokens tokens;
    private final Subscriptions subscriptions;
    private final Handshake handshake;
    private final WebhookDelivery webhooks;
    private final Faults faults;

    SubscriptionsController(
            Tokens tokens,
            Subscriptions subscriptions,
            Handshake handshake,
            WebhookDelivery webhooks,
            Faults faults) {
        this.tokens = tokens;
        this.subscriptions = subscriptions;
        this.handshake = handshake;
        this.webhooks = webhooks;
        this.faults = faults;
    }

    @PostMapping("/{node:\\d+}/subscriptions")
    Map<String, Object> register(@PathVariable String node, GraphCall call) {
        var app = app(call, node);
        var url = call.needed("callback_url");
        var verifyToken = call.needed("verify_token");
        var fields = call.list("fields");
        GraphRefusal.ifAny(FieldLimits.allKnown("fields", fields, WebhookFields.ALL));
        GraphRefusal.ifAny(
                handshake.objection(url, shown(verifyToken)).map(GraphErrors::handshakeFailed));
        faults.remove(fault ->
                fault.effect() instanceof Condition one
                        && one.kind() == Condition.Kind.WEBHOOKS_OFF);
        subscriptions.register(app, new Callback(url, verifyToken, fields));
        return SUCCESS;
    }

    @GetMapping("/{node:\\d+}/subscriptions")
    Map<String, Object> registered(@PathVariable String node, GraphCall call) {
        var app = app(call, node);
        return Map.of("data", subscriptions.callback(app).stream().map(this::shown).toList());
    }

    @DeleteMapping("/{node:\\d+}/subscriptions")
    Map<String, Object> unregister(@PathVariable String node, GraphCall call) {
        subscriptions.register(app(call, node), null);
        return SUCCESS;
    }

    /// An app that subscribes is ready to receive, so waiting webhooks are retried immediately.
    @PostMapping("/{node:me|\\d+}/subscribed_apps")
    Map<String, Object> install(@PathVariable String node, GraphCall call) {
        var access = tokens.access(call, node);
        var fields = call.list("subscribed_fields");
        if (fields.isEmpty()) {
            throw new GraphRefusal(GraphErrors.missing("subscribed_fields"));
        }
        GraphRefusal.ifAny(FieldLimits.allKnown("subscribed_fields", fields, WebhookFields.ALL));
        subscriptions.install(access.app(), access.page(), fields);
        webhooks.wake();
        return SUCCESS;
    }

    @GetMapping("/{node:me|\\d+}/subscribed_apps")
    Map<String, Object> installed(@PathVariable String node, GraphCall call) {
        var access = tokens.access(call, node);
        var app = access.app();
        var wanted =
                FieldList.of(call, NodeType.APPLICATION, "category,link,name,id,subscribed_fields");
        if (!subscriptions.isInstalled(app, access.page())) {
            return Map.of("data", List.of());
        }
        var shown = new LinkedHashMap<String, Object>();
        shown.put("category", "Business");
        shown.put("link", call.base() + "/" + app.id());
        shown.put("name", app.name());
        shown.put("id", app.id());
        shown.put("subscribed_fields", subscriptions.fields(app, access.page()));
        return Map.of("data", List.of(wanted.pick(shown)));
    }

    @DeleteMapping("/{node:me|\\d+}/subscribed_apps")
    Map<String, Object> uninstall(@PathVariable String node, GraphCall call) {
        var access = tokens.access(call, node);
        subscriptions.remove(access.app(), access.page());
        return SUCCESS;
    }

    private App app(GraphCall call, String node) {
        var app = tokens.app(call);
        return Optional.of(app)
                .filter(one -> one.id().equals(node))
                .orElseThrow(() -> new GraphRefusal(GraphErrors.noObject(call.method(), node)));
    }

    private String shown(String verifyToken) {
        var wrong = faults.hit(Condition.Kind.VERIFY_TOKEN_WRONG, null).isPresent();
        return wrong ? "not " + verifyToken : verifyToken;
    }

    private Map<String, Object> shown(Callback callback) {
        var fields =
                callback.fields().stream()
                        .map(field -> Map.of("name", field, "version", "v26.0"))
                        .toList();
        return Map.of(
                "object",
                "page",
                "callback_url",
                callback.url(),
                "active",
                faults.hit(Condition.Kind.WEBHOOKS_OFF, null).isEmpty(),
                "fields",
                fields);
    }
}
