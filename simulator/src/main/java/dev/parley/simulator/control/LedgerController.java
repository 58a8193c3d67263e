package dev.parley.simulator.control;

import dev.parley.simulator.graph.send.SendAttempts;
import dev.parley.simulator.webhook.AppEvent;
import dev.parley.simulator.webhook.Attempt;
import dev.parley.simulator.webhook.Delivery;
import dev.parley.simulator.webhook.WebhookDelivery;
import dev.parley.simulator.world.ConversationView;
import dev.parley.simulator.world.Message;
import dev.parley.simulator.world.Origin;
import dev.parley.simulator.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The whole state on Meta's side in one response, to compare it with what arrived elsewhere.
@RestController
class LedgerController {
    /// @param said every message of every thread, oldest first within a thread
    /// @param webhooks the events sent to apps, and those that should have been sent
    /// @param sends every message that an app tried to send
    record Ledger(
            List<LedgerMessage> said,
            List<LedgerWebhook> webhooks,
            List<SendAttempts.SendAttempt> sends) {}

    record LedgerMessage(
            String page,
            String psid,
            String mid,
            String from,
            @Nullable String text,
            @Nullable String app,
            @Nullable String metadata,
            boolean unsent,
            long timestamp) {
        static LedgerMessage of(ConversationView thread, Message message) {
            var desk = message.origin() instanceof Origin.Desk one ? one : null;
            return new LedgerMessage(
                    thread.page().id(),
                    thread.psid(),
                    message.mid(),
                    message.byPerson() ? "person" : desk == null ? "inbox" : "app",
                    message.content().text(),
                    desk == null ? null : desk.appId(),
                    desk == null ? null : desk.metadata(),
                    message.unsent(),
                    message.timestamp());
        }
    }

    /// @param acknowledged whether the app responded with 200 at least once
    record LedgerWebhook(
            String id,
            String app,
            String state,
            boolean acknowledged,
            @Nullable Long acknowledgedAt,
            int attempts,
            List<Event> events) {
        static LedgerWebhook of(Delivery delivery) {
            var taken = delivery.attempts().stream().filter(Attempt::accepted).findFirst();
            return new LedgerWebhook(
                    delivery.id(),
                    delivery.first().app().id(),
                    WebhooksController.state(delivery),
                    taken.isPresent(),
                    taken.map(attempt -> attempt.at().toEpochMilli()).orElse(null),
                    delivery.attempts().size(),
                    delivery.appEvents().stream().map(Event::of).toList());
        }
    }

    /// @param event its key: message, postback, delivery and so on
    record Event(
            String page,
            @Nullable String psid,
            String field,
            String place,
            String event,
            @Nullable String mid) {
        static Event of(AppEvent appEvent) {
            return new Event(
                    appEvent.page().id(),
                    appEvent.psid(),
                    appEvent.field(),
                    appEvent.place(),
                    appEvent.key(),
                    appEvent.mid().orElse(null));
        }
    }

    private final World world;
    private final WebhookDelivery webhooks;
    private final SendAttempts sendAttempts;

    LedgerController(World world, WebhookDelivery webhooks, SendAttempts sendAttempts) {
        this.world = world;
        this.webhooks = webhooks;
        this.sendAttempts = sendAttempts;
    }

    @GetMapping("/simulator/ledger")
    Ledger ledger() {
        return new Ledger(said(), posted(), sendAttempts.all());
    }

    private List<LedgerMessage> said() {
        return world.views().stream()
                .flatMap(thread ->
                        thread.messages().stream()
                                .map(message -> LedgerMessage.of(thread, message)))
                .toList();
    }

    private List<LedgerWebhook> posted() {
        return webhooks.log().stream().map(LedgerWebhook::of).toList();
    }
}
