package dev.parley.simulator.graph;

import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import dev.parley.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Single things by their id: people's profiles, pages, the one who asks.
@RestController
class NodesController {
    private static final String OF_A_PERSON = "id,first_name,last_name,profile_pic";
    private static final List<String> TASKS =
            List.of("ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE");

    private final Tokens tokens;
    private final Directory directory;
    private final World world;
    private final Faults faults;

    NodesController(Tokens tokens, Directory directory, World world, Faults faults) {
        this.tokens = tokens;
        this.directory = directory;
        this.world = world;
        this.faults = faults;
    }

    @GetMapping("/{node:me|\\d+}")
    Map<String, Object> node(@PathVariable String node, GraphCall call) {
        if (tokens.isUser(call)) {
            return node.equals("me") ? user() : fields(call, "id,name").pick(page(call, node));
        }
        var page = tokens.page(call);
        return node.equals("me") || node.equals(page.id())
                ? fields(call, "id,name").pick(shown(page, call))
                : profile(page, node, call);
    }

    @GetMapping("/me/accounts")
    Map<String, Object> accounts(GraphCall call) {
        if (!tokens.isUser(call)) {
            throw new Refused(GraphErrors.BAD_TOKEN);
        }
        var wanted = fields(call, "access_token,category,name,id,tasks");
        var data = directory.pages().stream().map(page -> wanted.pick(shown(page, call))).toList();
        return Map.of(
                "data", data, "paging", Map.of("cursors", Map.of("before", "MA", "after", "MQ")));
    }

    private Map<String, Object> user() {
        return Map.of("id", "10000000000000001", "name", "Page Owner");
    }

    private Map<String, Object> page(GraphCall call, String node) {
        return directory.pages().stream()
                .filter(page -> page.id().equals(node))
                .findFirst()
                .map(page -> shown(page, call))
                .orElseThrow(() -> new Refused(GraphErrors.noObject(call.method(), node)));
    }

    private static Map<String, Object> shown(Page page, GraphCall call) {
        var all = new LinkedHashMap<String, Object>();
        all.put("id", page.id());
        all.put("name", page.name());
        all.put("category", "Shopping & retail");
        all.put("access_token", page.token());
        all.put("tasks", TASKS);
        all.put("link", call.base() + "/" + page.id());
        all.put(
                "picture",
                Map.of("data", Map.of("url", call.base() + "/files/pages/" + page.id() + ".png")));
        return all;
    }

    /// Names are to be had only of people who wrote to the page, and with Meta's leave.
    private Map<String, Object> profile(Page page, String psid, GraphCall call) {
        var person =
                directory
                        .personKnownTo(page, psid)
                        .filter(one -> !world.view(page, one).messages().isEmpty())
                        .orElseThrow(() -> new Refused(GraphErrors.noObject(call.method(), psid)));
        if (!faults.switches().profileAccess()) {
            throw new Refused(GraphErrors.NO_PROFILE_ACCESS);
        }
        return fields(call, OF_A_PERSON).pick(profile(page, person, call));
    }

    private static Map<String, Object> profile(Page page, Person person, GraphCall call) {
        var all = new LinkedHashMap<String, Object>();
        all.put("id", person.psid(page));
        all.put("name", person.name());
        all.put("first_name", person.firstName());
        all.put("last_name", person.lastName());
        all.put("profile_pic", call.base() + "/files/people/" + person.id() + ".png");
        return all;
    }

    private static FieldList fields(GraphCall call, String otherwise) {
        return FieldList.parse(call.text("fields").orElse(otherwise));
    }
}
