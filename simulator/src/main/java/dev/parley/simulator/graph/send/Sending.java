package dev.parley.simulator.graph.send;

import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.graph.GraphRefusal;
import dev.parley.simulator.graph.page.Personas;
import dev.parley.simulator.world.Access;
import dev.parley.simulator.world.Attachment;
import dev.parley.simulator.world.Content;
import dev.parley.simulator.world.Origin;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import dev.parley.simulator.world.Routing;
import dev.parley.simulator.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Accepts or refuses a send.
@Component
class Sending {
    private static final int LONGEST_REACTION = 32;

    private final SendRules rules;
    private final SentAttachments attachments;
    private final Recipients recipients;
    private final Personas personas;
    private final Routing routing;
    private final World world;

    Sending(
            SendRules rules,
            SentAttachments attachments,
            Recipients recipients,
            Personas personas,
            Routing routing,
            World world) {
        this.rules = rules;
        this.attachments = attachments;
        this.recipients = recipients;
        this.personas = personas;
        this.routing = routing;
        this.world = world;
    }

    /// {@return Meta's response, with the same message id as the echo}
    Map<String, Object> accept(Access access, Send send) {
        GraphRefusal.ifAny(rules.objection(access, send));
        var page = access.page();
        var origin = origin(access, send);
        var control = control(access, send);
        var person = recipients.get(page, send);
        var enclosed = new ArrayList<Attachment>();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("recipient_id", person.psid(page));
        if (send.attachment().isObject()) {
            enclosed.add(attachments.get(page, send));
            attachments
                    .save(page, send.attachment(), enclosed.getFirst())
                    .ifPresent(id -> answer.put("attachment_id", id));
        }
        var message = world.answer(page, person, origin, content(send, enclosed));
        recipients.done(send);
        routing.renew(page, person, access.app().id());
        control.accept(person);
        answer.put("message_id", message.mid());
        return answer;
    }

    /// {@return the change of thread control after the message is sent}
    private Consumer<Person> control(Access access, Send send) {
        var control = send.threadControl();
        var page = access.page();
        var app = access.app().id();
        return switch (control.path("control_type").asString("")) {
            case "" -> _ -> {};
            case "release" -> person -> routing.release(page, person, app);
            case "pass" -> {
                var target = control.path("app_id").asString("");
                if (!target.matches("\\d{1,20}")) {
                    throw new GraphRefusal(GraphErrors.APP_UNKNOWN);
                }
                yield person -> routing.pass(page, person, app, target, null);
            }
            default ->
                    throw new GraphRefusal(
                            GraphErrors.notOneOf("thread_control[control_type]", "pass, release"));
        };
    }

    private static Content content(Send send, List<Attachment> enclosed) {
        return new Content(
                send.text(), enclosed, QuickReplies.of(send), null, null, send.replyTo());
    }

    private Origin origin(Access access, Send send) {
        return new Origin.Desk(
                access.app().id(),
                send.metadata(),
                send.messagingType().orElse(null),
                send.tag().orElse(null),
                send.persona().map(id -> personas.get(access.page(), id).name()).orElse(null));
    }

    Map<String, Object> act(Access access, Send send) {
        GraphRefusal.ifAny(rules.objection(access, send));
        var page = access.page();
        var person = recipients.get(page, send);
        switch (send.action().orElse("")) {
            case "typing_on" -> world.setTyping(page, person, true);
            case "typing_off" -> world.setTyping(page, person, false);
            case "mark_seen" -> world.markSeen(page, person);
            case "react" ->
                    react(page, person, send, send.payload().path("reaction").asString("like"));
            default -> react(page, person, send, null);
        }
        return Map.of("recipient_id", send.psid());
    }

    /// Only messages of this thread can get a reaction.
    private void react(Page page, Person person, Send send, @Nullable String reaction) {
        var mid = send.payload().path("message_id").asString("");
        var isHere =
                world.view(page, person).messages().stream()
                        .anyMatch(message -> message.mid().equals(mid));
        if (!isHere || (reaction != null && reaction.length() > LONGEST_REACTION)) {
            throw new GraphRefusal(GraphErrors.ACTION_FAILED);
        }
        world.reactAsPage(mid, reaction);
    }
}
