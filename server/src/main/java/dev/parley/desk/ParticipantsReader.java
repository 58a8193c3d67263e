package dev.parley.desk;

import static java.util.stream.Collectors.toSet;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Participant;
import dev.parley.conversation.Participant.Kind;
import dev.parley.conversation.Participants;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.ConsultView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.ParticipantsView;
import dev.parley.desk.view.ParticipantsView.Person;
import dev.parley.identity.UserId;
import dev.parley.routing.Consult;
import dev.parley.routing.Consults;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Builds the list of the colleagues who are in a conversation besides its agent, and the choice of
/// those who can be asked.
@Component
class ParticipantsReader {
    private final Participants participants;
    private final Consults consults;
    private final TransferTargets targets;
    private final DisplayNames names;

    ParticipantsReader(
            Participants participants,
            Consults consults,
            TransferTargets targets,
            DisplayNames names) {
        this.participants = participants;
        this.consults = consults;
        this.targets = targets;
        this.names = names;
    }

    ParticipantsView read(DeskTexts w, Opened opened) {
        var conversation = opened.conversation();
        var inside = participants.of(conversation);
        var asked = consults.pendingIn(conversation);
        var called = called(conversation, inside, asked);
        var me = opened.me().userId();
        return new ParticipantsView(
                conversation.id().value(),
                inside.stream()
                        .filter(one -> one.user().equals(me))
                        .findFirst()
                        .map(one -> about(w, one, conversation, called))
                        .orElse(""),
                Stream.concat(
                                inside.stream()
                                        .filter(one -> !one.user().equals(me))
                                        .map(one -> person(w, opened, one, called)),
                                asked.stream().map(one -> asked(w, opened, one, called)))
                        .toList());
    }

    /// {@return who can be asked}
    ConsultView choices(DeskTexts w, Opened opened) {
        var conversation = opened.conversation();
        var taken = taken(conversation);
        return new ConsultView(
                conversation.id().value(),
                CustomerNames.name(w, opened),
                targets.agents(opened.me()).stream()
                        .filter(agent -> !taken.contains(new UserId(agent.id())))
                        .toList());
    }

    private Set<UserId> taken(Conversation conversation) {
        return Stream.concat(
                        Stream.concat(
                                Stream.ofNullable(conversation.agent()),
                                conversation.details().participants().stream()),
                        consults.pendingIn(conversation).stream().map(Consult::agent))
                .collect(toSet());
    }

    private Map<UserId, String> called(
            Conversation conversation, List<Participant> inside, List<Consult> asked) {
        if (inside.isEmpty() && asked.isEmpty()) {
            return Map.of();
        }
        return names.ofUsers(
                Stream.of(
                                Stream.ofNullable(conversation.agent()),
                                inside.stream().map(Participant::user),
                                inside.stream().map(Participant::agent),
                                asked.stream().map(Consult::agent))
                        .flatMap(some -> some));
    }

    private static String about(
            DeskTexts w, Participant me, Conversation conversation, Map<UserId, String> called) {
        return switch (me.kind()) {
            case CONSULTED ->
                    w.texts().text("consult.you.consulted", called.getOrDefault(me.agent(), ""));
            case ADDED ->
                    conversation.agent() == null
                            ? w.texts().text("consult.you.added.open")
                            : w.texts()
                                    .text(
                                            "consult.you.added",
                                            called.getOrDefault(
                                                    Objects.requireNonNull(conversation.agent()),
                                                    ""));
        };
    }

    private static Person person(
            DeskTexts w, Opened opened, Participant one, Map<UserId, String> called) {
        var mayManage = Participants.mayManage(opened.conversation(), opened.me());
        var added = one.kind() == Kind.ADDED;
        return new Person(
                one.user().value(),
                called.getOrDefault(one.user(), ""),
                w.texts().text(added ? "consult.status.added" : "consult.status.consulted"),
                false,
                opened.mayWrite(),
                mayManage && !added,
                mayManage,
                w.texts().text(added ? "consult.remove" : "consult.end"));
    }

    private static Person asked(
            DeskTexts w, Opened opened, Consult one, Map<UserId, String> called) {
        return new Person(
                one.agent().value(),
                called.getOrDefault(one.agent(), ""),
                w.texts().text("consult.status.asked"),
                Participants.mayAsk(opened.conversation(), opened.me()),
                false,
                false,
                false,
                "");
    }
}
