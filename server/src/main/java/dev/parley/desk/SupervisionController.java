package dev.parley.desk;

import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.AgentWork;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.SupervisionView;
import dev.parley.desk.view.SupervisionView.AgentLine;
import dev.parley.identity.User;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.platform.web.PageFrame;
import dev.parley.team.Agent;
import dev.parley.team.Agents;
import dev.parley.team.Presence;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page for supervisors: waiting work, present agents, and links to all conversations.
@Controller
class SupervisionController {
    private final Templates templates;
    private final WaitingRows waiting;
    private final Users users;
    private final Agents agents;
    private final Conversations conversations;
    private final Clock clock;

    SupervisionController(
            Templates templates,
            WaitingRows waiting,
            Users users,
            Agents agents,
            Conversations conversations,
            Clock clock) {
        this.templates = templates;
        this.waiting = waiting;
        this.users = users;
        this.agents = agents;
        this.conversations = conversations;
        this.clock = clock;
    }

    @GetMapping("/supervision")
    JteModel page(PageFrame frame) {
        return templates.deskSupervision(frame, words(frame), view());
    }

    @GetMapping("/supervision/now")
    JteModel now(PageFrame frame) {
        return templates.deskSupervisionNow(words(frame), view());
    }

    private DeskTexts words(PageFrame frame) {
        return DeskTexts.of(frame, clock.instant());
    }

    private SupervisionView view() {
        var known = agents.all().stream().collect(toMap(Agent::id, agent -> agent));
        var held =
                conversations.workOf(known.keySet()).stream()
                        .collect(Collectors.groupingBy(AgentWork::agent));
        var lines =
                users.activeAgents().stream()
                        .map(user -> line(user, known.get(user.id()), held))
                        .sorted(Comparator.comparing(line -> !line.reachable()))
                        .toList();
        return new SupervisionView(waiting.byQueue(), lines);
    }

    private static AgentLine line(
            User user, @Nullable Agent agent, Map<UserId, List<AgentWork>> held) {
        var with = held.getOrDefault(user.id(), List.of());
        return new AgentLine(
                user.displayName(),
                agent == null || !agent.reachable() ? Presence.OFFLINE : agent.presence(),
                agent != null && agent.reachable(),
                with.stream().collect(summingInt(AgentWork::active)),
                with.stream().collect(summingInt(one -> one.wrappingUp().size())));
    }
}
