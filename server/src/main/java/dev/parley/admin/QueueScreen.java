package dev.parley.admin;

import static java.util.Comparator.comparing;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.view.QueueForm;
import dev.parley.admin.view.QueueView;
import dev.parley.admin.view.QueueView.Member;
import dev.parley.identity.User;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.platform.language.Keys;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.team.AssignmentMethod;
import dev.parley.team.Queue;
import dev.parley.team.QueueDraft;
import dev.parley.team.QueueUse.Use;
import dev.parley.team.Queues;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Renders the page of a queue, which several forms return to, and reads its form.
@Component
class QueueScreen {
    private final Templates templates;
    private final Queues queues;
    private final Users users;
    private final UserNames names;

    QueueScreen(Templates templates, Queues queues, Users users, UserNames names) {
        this.templates = templates;
        this.queues = queues;
        this.users = users;
        this.names = names;
    }

    JteModel showNew(PageFrame frame, QueueForm form, Problems problems) {
        var view =
                new QueueView(
                        null,
                        frame.text("admin.queue.new"),
                        form,
                        agents(form.members()),
                        List.of(),
                        List.of(),
                        null,
                        problems,
                        "");
        return templates.adminQueueQueue(frame, view);
    }

    JteModel show(PageFrame frame, Queue queue, QueueForm form, Problems problems, String notice) {
        var uses = queues.usesOf(queue.id());
        var view =
                new QueueView(
                        queue,
                        name(frame, queue),
                        form,
                        queue.isDefault() ? List.of() : agents(form.members()),
                        fallbackOf(uses),
                        text(frame, uses),
                        names.made(
                                frame,
                                queue.createdAt(),
                                queue.createdBy(),
                                queue.changedAt(),
                                queue.changedBy()),
                        problems,
                        notice);
        return templates.adminQueueQueue(frame, view);
    }

    static QueueForm typed(FormInput typed) {
        return new QueueForm(
                typed.text("name"),
                typed.text("priority"),
                typed.one("method", AssignmentMethod.class)
                        .orElse(AssignmentMethod.HIGHEST_CAPACITY),
                typed.ids("members"),
                typed.number("revision"));
    }

    /// @param isDefault whether it is the default queue, whose name is not checked
    static Problems problems(PageFrame frame, QueueForm form, boolean isDefault) {
        var check = new FormCheck(frame.t());
        var number =
                check.number(
                        "priority",
                        "admin.queue.priority",
                        form.priority(),
                        QueueDraft.HIGHEST_PRIORITY,
                        QueueDraft.LOWEST_PRIORITY);
        return isDefault
                ? number
                : check.filled("name", "admin.queue.name", form.name(), FormCheck.NAME)
                        .merge(number);
    }

    static Problems nameTaken(PageFrame frame) {
        return Problems.with("name", frame.text("admin.queue.nameTaken"));
    }

    /// {@return the name of a queue; for the default queue in the reader's language}
    static String name(PageFrame frame, Queue queue) {
        return queue.isDefault() ? frame.text("admin.queue.default") : queue.name();
    }

    static String word(PageFrame frame, AssignmentMethod method) {
        return frame.text("admin.queue.method." + Keys.word(method.name()));
    }

    static List<String> text(PageFrame frame, List<Use> uses) {
        return uses.stream()
                .map(use ->
                        switch (use) {
                            case Use.FallbackOf(var workstream) ->
                                    frame.text("admin.queue.fallbackOf", workstream);
                            case Use.WaitedIn(var conversations) ->
                                    frame.t().count("admin.queue.waitedIn", conversations);
                        })
                .toList();
    }

    private static List<String> fallbackOf(List<Use> uses) {
        return uses.stream()
                .filter(Use.FallbackOf.class::isInstance)
                .map(use -> ((Use.FallbackOf) use).workstream())
                .toList();
    }

    /// All agents, and members of the queue who are no longer agents.
    private List<Member> agents(Set<UUID> chosen) {
        var agents = users.activeAgents();
        var formerAgents = new HashSet<>(chosen);
        agents.forEach(agent -> formerAgents.remove(agent.id().value()));
        return Stream.concat(
                        agents.stream().map(agent -> member(agent, chosen, true)),
                        formerAgents.stream()
                                .flatMap(id -> users.byId(new UserId(id)).stream())
                                .map(user -> member(user, chosen, false)))
                .sorted(comparing(one -> one.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Member member(User user, Set<UUID> chosen, boolean able) {
        var id = user.id().value();
        return new Member(id, user.displayName(), user.signInName(), chosen.contains(id), able);
    }
}
