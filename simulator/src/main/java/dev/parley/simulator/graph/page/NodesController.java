package dev.parley.simulator.graph.page;

import dev.parley.simulator.fault.Condition;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.graph.FieldList;
import dev.parley.simulator.graph.GraphCall;
import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.graph.GraphRefusal;
import dev.parley.simulator.graph.Node;
import dev.parley.simulator.graph.NodeType;
import dev.parley.simulator.graph.Paging;
import dev.parley.simulator.graph.Tokens;
import dev.parley.simulator.world.Access;
import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import dev.parley.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Single nodes by their id: profiles of people, pages, and `me`.
@RestController
class NodesController implements Node {
    private static final Pattern ID = Pattern.compile("me|\\d+");
    private static final String BASIC = "id,name";
    private static final String OF_A_PERSON = "id,first_name,last_name,profile_pic";
    private static final String OWNER = "10000000000000001";
    private static final int USUAL_LIMIT = 25;
    private static final List<String> TASKS =
            List.of("ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE");

    private final Tokens tokens;
    private final Directory directory;
    private final World world;
    private final Faults faults;
    private final PageObjects pageObjects;

    NodesController(
            Tokens tokens,
            Directory directory,
            World world,
            Faults faults,
            PageObjects pageObjects) {
        this.pageObjects = pageObjects;
        this.tokens = tokens;
        this.directory = directory;
        this.world = world;
        this.faults = faults;
    }

    @GetMapping("/{node:me|\\d+}")
    Map<String, Object> node(@PathVariable String node, GraphCall call) {
        return show(node, call);
    }

    @Override
    public boolean isNamedBy(String id) {
        return ID.matcher(id).matches();
    }

    @Override
    public Map<String, Object> show(String node, GraphCall call) {
        var user = tokens.user(call);
        if (user.isPresent()) {
            return node.equals("me")
                    ? FieldList.of(call, NodeType.USER, BASIC).pick(owner())
                    : FieldList.of(call, NodeType.PAGE, BASIC).pick(page(call, node, user.get()));
        }
        var access = tokens.access(call);
        return node.equals("me") || node.equals(access.page().id())
                ? FieldList.of(call, NodeType.PAGE, BASIC).pick(shown(access, call))
                : belonging(access.page(), node, call);
    }

    @GetMapping("/{node:me|\\d+}/accounts")
    Map<String, Object> accounts(@PathVariable String node, GraphCall call) {
        var app = tokens.user(call).orElseThrow(() -> new GraphRefusal(GraphErrors.BAD_TOKEN));
        if (!node.equals("me") && !node.equals(OWNER)) {
            throw new GraphRefusal(GraphErrors.noObject(call.method(), node));
        }
        var wanted = FieldList.of(call, NodeType.PAGE, "access_token,category,name,id,tasks");
        var pages = directory.pages();
        var part =
                Paging.part(pages, call, USUAL_LIMIT).stream()
                        .map(page -> wanted.pick(shown(new Access(page, app), call)))
                        .toList();
        return Paging.answer(part, call, pages.size());
    }

    /// The page-scoped ids of a person with this app-scoped id. Only pages to which the person has
    /// written are included.
    @GetMapping("/{node:\\d+}/ids_for_pages")
    Map<String, Object> idsForPages(@PathVariable String node, GraphCall call) {
        tokens.app(call);
        var person =
                directory
                        .person(node)
                        .orElseThrow(
                                () -> new GraphRefusal(GraphErrors.noObject(call.method(), node)));
        return Map.of(
                "data",
                directory.pages().stream()
                        .filter(page -> !world.view(page, person).messages().isEmpty())
                        .map(page ->
                                Map.of(
                                        "id",
                                        person.psid(page),
                                        "page",
                                        Map.of("id", page.id(), "name", page.name())))
                        .toList());
    }

    private static Map<String, Object> owner() {
        return Map.of("id", OWNER, "name", "Page Owner");
    }

    private Map<String, Object> page(GraphCall call, String node, App app) {
        return directory.pages().stream()
                .filter(page -> page.id().equals(node))
                .findFirst()
                .map(page -> shown(new Access(page, app), call))
                .orElseThrow(() -> new GraphRefusal(GraphErrors.noObject(call.method(), node)));
    }

    private static Map<String, Object> shown(Access access, GraphCall call) {
        var page = access.page();
        var all = new LinkedHashMap<String, Object>();
        all.put("id", page.id());
        all.put("name", page.name());
        all.put("category", "Shopping & retail");
        all.put("access_token", access.token());
        all.put("tasks", TASKS);
        all.put("link", call.base() + "/" + page.id());
        all.put(
                "picture",
                Map.of("data", Map.of("url", call.base() + "/files/pages/" + page.id() + ".png")));
        return all;
    }

    private Map<String, Object> belonging(Page page, String node, GraphCall call) {
        return pageObjects
                .find(page, node)
                .map(found -> found.pick(call))
                .orElseGet(() -> profile(page, node, call));
    }

    /// Profiles are available only for people who have written to the page, with Meta's permission.
    private Map<String, Object> profile(Page page, String psid, GraphCall call) {
        var person =
                directory
                        .personKnownTo(page, psid)
                        .filter(one -> !world.view(page, one).messages().isEmpty())
                        .orElseThrow(
                                () -> new GraphRefusal(GraphErrors.noObject(call.method(), psid)));
        GraphRefusal.ifAny(
                faults.hit(Condition.Kind.NO_PROFILE_ACCESS, page)
                        .map(_ -> GraphErrors.NO_PROFILE_ACCESS));
        return FieldList.of(call, NodeType.PROFILE, OF_A_PERSON).pick(profile(page, person, call));
    }

    private static Map<String, Object> profile(Page page, Person person, GraphCall call) {
        var all = new LinkedHashMap<String, Object>();
        all.put("id", person.psid(page));
        all.put("name", person.name());
        all.put("first_name", person.firstName());
        all.put("last_name", person.lastName());
        all.put("profile_pic", call.base() + "/files/people/" + person.id() + ".png");
        all.put("locale", person.locale());
        all.put("timezone", person.timezone());
        all.put("gender", person.gender());
        return all;
    }
}
