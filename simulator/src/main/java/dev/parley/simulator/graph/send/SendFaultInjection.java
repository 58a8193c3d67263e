package dev.parley.simulator.graph.send;

import dev.parley.simulator.fault.ClientConnection;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.fault.SendFault;
import dev.parley.simulator.fault.WebhookFault.Kind;
import dev.parley.simulator.graph.ConnectionCut;
import dev.parley.simulator.graph.GraphError;
import dev.parley.simulator.graph.GraphRefusal;
import dev.parley.simulator.webhook.WebhookDelivery;
import dev.parley.simulator.world.Page;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Applies faults to sends.
@Component
class SendFaultInjection {
    private static final String SORRY =
            "<!DOCTYPE html><html><head><title>Sorry, this page isn't available</title></head>"
                    + "<body>Something went wrong</body></html>";

    private final Faults faults;
    private final WebhookDelivery webhooks;

    SendFaultInjection(Faults faults, WebhookDelivery webhooks) {
        this.faults = faults;
        this.webhooks = webhooks;
    }

    ResponseEntity<?> apply(Page page, Supplier<Map<String, Object>> accept) {
        return switch (faults.hitSend(page).orElse(null)) {
            case null -> answer(page, accept.get());
            case SendFault.Refuse refuse -> throw new GraphRefusal(GraphError.of(refuse));
            case SendFault.Garbage(var status, var html) -> garbage(status, html);
            case SendFault.Delay(var by) -> {
                ClientConnection.hold(by);
                yield answer(page, accept.get());
            }
            case SendFault.Cut(var accepted) -> {
                if (accepted) {
                    var _ = accept.get();
                }
                throw new ConnectionCut();
            }
        };
    }

    private ResponseEntity<?> answer(Page page, Map<String, Object> accepted) {
        if (faults.hit(Kind.ECHO_FIRST, page, "message_echoes").isPresent()) {
            webhooks.awaitEcho(String.valueOf(accepted.get("message_id")));
        }
        return ResponseEntity.ok(accepted);
    }

    private static ResponseEntity<String> garbage(int status, boolean html) {
        return ResponseEntity.status(status)
                .contentType(html ? MediaType.TEXT_HTML : MediaType.TEXT_PLAIN)
                .body(html ? SORRY : "upstream error");
    }
}
