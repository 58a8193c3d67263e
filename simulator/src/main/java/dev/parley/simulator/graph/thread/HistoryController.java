package dev.parley.simulator.graph.thread;

import static java.util.Comparator.comparingLong;

import dev.parley.simulator.graph.FieldList;
import dev.parley.simulator.graph.GraphCall;
import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.graph.GraphRefusal;
import dev.parley.simulator.graph.Node;
import dev.parley.simulator.graph.NodeType;
import dev.parley.simulator.graph.Paging;
import dev.parley.simulator.graph.RateLimits;
import dev.parley.simulator.graph.Tokens;
import dev.parley.simulator.world.ConversationView;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The Conversations API: the only way to retrieve missed events.
@RestController
class HistoryController implements Node {
    private static final Pattern ID = Pattern.compile("t_\\d+|m_.+");
    private static final int USUAL_LIMIT = 25;

    private final Tokens tokens;
    private final RateLimits rates;
    private final World world;
    private final History history;

    HistoryController(Tokens tokens, RateLimits rates, World world, History history) {
        this.tokens = tokens;
        this.rates = rates;
        this.world = world;
        this.history = history;
    }

    /// Latest first.
    @GetMapping("/{node:me|\\d+}/conversations")
    Map<String, Object> conversations(@PathVariable String node, GraphCall call) {
        var page = counted(tokens.page(call, node));
        var all = threads(page, call.text("user_id"));
        var wanted = FieldList.of(call, NodeType.CONVERSATION, "id,link,updated_time");
        var part =
                Paging.part(all, call, USUAL_LIMIT).stream()
                        .map(thread -> wanted.pick(history.conversation(thread)))
                        .toList();
        return Paging.answer(part, call, all.size());
    }

    @Override
    public boolean isNamedBy(String id) {
        return ID.matcher(id).matches();
    }

    @Override
    public Map<String, Object> show(String id, GraphCall call) {
        return id.startsWith("t_") ? conversation(id, call) : message(id, call);
    }

    @GetMapping("/{conversation:t_\\d+}")
    Map<String, Object> conversation(@PathVariable String conversation, GraphCall call) {
        var wanted = FieldList.of(call, NodeType.CONVERSATION, "id,link,updated_time");
        return wanted.pick(history.conversation(thread(call, conversation)));
    }

    @GetMapping("/{conversation:t_\\d+}/messages")
    Map<String, Object> messages(@PathVariable String conversation, GraphCall call) {
        var wanted = FieldList.of(call, NodeType.MESSAGE, "id,created_time");
        var messages = history.messages(thread(call, conversation));
        var part = Paging.part(messages, call, USUAL_LIMIT).stream().map(wanted::pick).toList();
        return Paging.answer(part, call, messages.size());
    }

    @GetMapping("/{mid:m_.+}")
    Map<String, Object> message(@PathVariable String mid, GraphCall call) {
        var page = counted(tokens.page(call));
        var wanted = FieldList.of(call, NodeType.MESSAGE, "id,created_time");
        return world.viewOf(mid)
                .filter(thread -> thread.page().id().equals(page.id()))
                .flatMap(thread -> history.message(thread, mid))
                .map(wanted::pick)
                .orElseThrow(() -> new GraphRefusal(GraphErrors.MESSAGE_GONE));
    }

    private ConversationView thread(GraphCall call, String conversation) {
        return threads(counted(tokens.page(call)), Optional.of(conversation.substring(2))).stream()
                .findFirst()
                .orElseThrow(
                        () -> new GraphRefusal(GraphErrors.noObject(call.method(), conversation)));
    }

    private List<ConversationView> threads(Page page, Optional<String> psid) {
        return world.views().stream()
                .filter(thread -> thread.page().id().equals(page.id()))
                .filter(thread -> psid.isEmpty() || psid.get().equals(thread.psid()))
                .filter(thread -> !thread.messages().isEmpty())
                .sorted(comparingLong(History::updated).reversed())
                .toList();
    }

    /// Each of these calls counts towards the rate limit.
    private Page counted(Page page) {
        if (!rates.tryAcquire(page, RateLimits.Kind.CONVERSATIONS)) {
            throw new GraphRefusal(GraphErrors.MESSENGER_RATE);
        }
        return page;
    }
}
