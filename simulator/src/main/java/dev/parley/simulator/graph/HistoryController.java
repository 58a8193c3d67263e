package dev.parley.simulator.graph;

import static java.util.Comparator.comparingLong;

import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.TalkView;
import dev.parley.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// The Conversations API: the only way back to events that were missed.
@RestController
class HistoryController {
    private static final int USUAL_LIMIT = 25;

    private final Tokens tokens;
    private final World world;
    private final History history;

    HistoryController(Tokens tokens, World world, History history) {
        this.tokens = tokens;
        this.world = world;
        this.history = history;
    }

    /// Latest first. `after` is the number of conversations to leave out, as Graph's cursors are
    /// not to be understood either.
    @GetMapping("/{node:me|\\d+}/conversations")
    Map<String, Object> conversations(@PathVariable String node, GraphCall call) {
        var page = tokens.page(call, node);
        var all = talks(page, call.text("user_id"));
        var from = number(call, "after", 0);
        var limit = Math.max(1, number(call, "limit", USUAL_LIMIT));
        var wanted = FieldList.parse(call.text("fields").orElse("id,link,updated_time"));
        var data =
                all.stream()
                        .skip(from)
                        .limit(limit)
                        .map(talk -> wanted.pick(history.conversation(talk)))
                        .toList();
        return paged(data, call, from + data.size(), all.size());
    }

    @GetMapping("/{conversation:t_\\d+}")
    Map<String, Object> conversation(@PathVariable String conversation, GraphCall call) {
        var wanted = FieldList.parse(call.text("fields").orElse("id,link,updated_time"));
        return wanted.pick(history.conversation(talk(call, conversation)));
    }

    @GetMapping("/{conversation:t_\\d+}/messages")
    Map<String, Object> messages(@PathVariable String conversation, GraphCall call) {
        var wanted = FieldList.parse(call.text("fields").orElse("id,created_time"));
        var messages = history.messages(talk(call, conversation));
        return Map.of("data", messages.stream().map(wanted::pick).toList());
    }

    @GetMapping("/{mid:m_.+}")
    Map<String, Object> message(@PathVariable String mid, GraphCall call) {
        var page = tokens.page(call);
        var wanted = FieldList.parse(call.text("fields").orElse("id,created_time"));
        return world.viewOf(mid)
                .filter(talk -> talk.page().id().equals(page.id()))
                .flatMap(talk -> history.message(talk, mid))
                .map(wanted::pick)
                .orElseThrow(() -> new Refused(GraphErrors.MESSAGE_GONE));
    }

    /// No app has taken control of a thread here: whoever asks owns it.
    @GetMapping("/{node:me|\\d+}/thread_owner")
    Map<String, Object> owner(@PathVariable String node, GraphCall call) {
        var page = tokens.page(call, node);
        return Map.of("data", List.of(Map.of("thread_owner", Map.of("app_id", page.appId()))));
    }

    private TalkView talk(GraphCall call, String conversation) {
        return talks(tokens.page(call), Optional.of(conversation.substring(2))).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(GraphErrors.noObject(call.method(), conversation)));
    }

    private List<TalkView> talks(Page page, Optional<String> psid) {
        return world.views().stream()
                .filter(talk -> talk.page().id().equals(page.id()))
                .filter(talk -> psid.isEmpty() || psid.get().equals(talk.psid()))
                .filter(talk -> !talk.messages().isEmpty())
                .sorted(comparingLong(HistoryController::updated).reversed())
                .toList();
    }

    private static long updated(TalkView talk) {
        return talk.watermarks().last();
    }

    private static Map<String, Object> paged(
            List<Map<String, Object>> data, GraphCall call, int next, int size) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("data", data);
        if (data.isEmpty()) {
            return answer;
        }
        var paging = new LinkedHashMap<String, Object>();
        paging.put("cursors", Map.of("before", "0", "after", Integer.toString(next)));
        if (next < size) {
            paging.put("next", nextAddress(call, next));
        }
        answer.put("paging", paging);
        return answer;
    }

    private static String nextAddress(GraphCall call, int next) {
        var address = UriComponentsBuilder.fromUriString(call.base()).path(call.path());
        call.parameters().keySet().stream()
                .filter(name -> !name.equals("after"))
                .forEach(name -> address.queryParam(name, "{" + name + "}"));
        var values = new LinkedHashMap<String, Object>();
        call.parameters().forEach((name, value) -> values.put(name, value.asString()));
        values.put("after", next);
        return address.queryParam("after", "{after}").encode().buildAndExpand(values).toUriString();
    }

    private static int number(GraphCall call, String name, int otherwise) {
        return call.text(name)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
