package dev.parley.simulator.graph.send;

import dev.parley.simulator.graph.GraphCall;
import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.graph.GraphRefusal;
import dev.parley.simulator.graph.Tokens;
import dev.parley.simulator.world.Access;
import dev.parley.simulator.world.Page;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The Send API.
@RestController
class SendApiController {
    private final Tokens tokens;
    private final Sending sending;
    private final SentAttachments attachments;
    private final SendFaultInjection faultInjection;
    private final SendAttempts attempts;

    SendApiController(
            Tokens tokens,
            Sending sending,
            SentAttachments attachments,
            SendFaultInjection faultInjection,
            SendAttempts attempts) {
        this.attempts = attempts;
        this.tokens = tokens;
        this.sending = sending;
        this.attachments = attachments;
        this.faultInjection = faultInjection;
    }

    @PostMapping("/{node:me|\\d+}/messages")
    ResponseEntity<?> send(@PathVariable String node, GraphCall call) {
        var access = tokens.access(call, node);
        var send = Send.of(call);
        return send.isAction()
                ? ResponseEntity.ok(sending.act(access, send))
                : message(access, send);
    }

    private ResponseEntity<?> message(Access access, Send send) {
        var attempt = new AtomicReference<>(attempts.begin(access, send));
        try {
            var answer = faultInjection.apply(access.page(), () -> accept(access, send, attempt));
            attempt.updateAndGet(SendAttempts.SendAttempt::withResponse);
            return answer;
        } catch (GraphRefusal refused) {
            attempt.updateAndGet(one -> one.refused(refused.error()));
            throw refused;
        } finally {
            attempts.add(attempt.get());
        }
    }

    private Map<String, Object> accept(
            Access access, Send send, AtomicReference<SendAttempts.SendAttempt> attempt) {
        var accepted = sending.accept(access, send);
        var mid = String.valueOf(accepted.get("message_id"));
        attempt.updateAndGet(one -> one.accepted(mid));
        return accepted;
    }

    @PostMapping("/{node:me|\\d+}/message_attachments")
    Map<String, Object> attach(@PathVariable String node, GraphCall call) {
        var page = tokens.page(call, node);
        return Map.of("attachment_id", save(page, Send.of(call)));
    }

    private String save(Page page, Send send) {
        if (!send.attachment().isObject()) {
            throw new GraphRefusal(GraphErrors.missing("message"));
        }
        GraphRefusal.ifAny(Parameters.objectionToStoring(send));
        return attachments.save(page, attachments.get(page, send));
    }
}
