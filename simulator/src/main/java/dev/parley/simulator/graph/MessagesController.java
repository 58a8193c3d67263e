package dev.parley.simulator.graph;

import dev.parley.simulator.world.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The Send API.
@RestController
class MessagesController {
    private final Tokens tokens;
    private final Sending sending;
    private final Enclosures enclosures;
    private final Line line;

    MessagesController(Tokens tokens, Sending sending, Enclosures enclosures, Line line) {
        this.tokens = tokens;
        this.sending = sending;
        this.enclosures = enclosures;
        this.line = line;
    }

    @PostMapping("/{node:me|\\d+}/messages")
    @Nullable ResponseEntity<?> send(
            @PathVariable String node, GraphCall call, HttpServletRequest request) {
        var page = tokens.page(call, node);
        var send = Send.of(call);
        return send.isAction()
                ? ResponseEntity.ok(sending.act(page, send))
                : line.carry(request, () -> sending.accept(page, send));
    }

    @PostMapping("/{node:me|\\d+}/message_attachments")
    Map<String, Object> attach(@PathVariable String node, GraphCall call) {
        var page = tokens.page(call, node);
        return Map.of("attachment_id", keep(page, Send.of(call)));
    }

    private String keep(Page page, Send send) {
        if (!send.attachment().isObject()) {
            throw new Refused(GraphErrors.missing("message"));
        }
        return enclosures.keep(page, enclosures.get(page, send));
    }
}
