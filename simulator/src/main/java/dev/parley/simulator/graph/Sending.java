package dev.parley.simulator.graph;

import dev.parley.simulator.world.Attachment;
import dev.parley.simulator.world.Choice;
import dev.parley.simulator.world.Content;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Origin;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import dev.parley.simulator.world.Refusal;
import dev.parley.simulator.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Accepts what a desk sends, or refuses it.
@Component
class Sending {
    private static final int LONGEST_TITLE = 20;

    private final SendRules rules;
    private final Enclosures enclosures;
    private final Directory directory;
    private final World world;

    Sending(SendRules rules, Enclosures enclosures, Directory directory, World world) {
        this.rules = rules;
        this.enclosures = enclosures;
        this.directory = directory;
        this.world = world;
    }

    /// {@return Meta's answer; the id in it is the one that the echo has}
    Map<String, Object> accept(Page page, Send send) {
        Refused.ifAny(rules.objection(page, send));
        var enclosed = new ArrayList<Attachment>();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("recipient_id", send.psid());
        if (send.attachment().isObject()) {
            enclosed.add(enclosures.get(page, send));
            enclosures
                    .keep(page, send.attachment(), enclosed.getFirst())
                    .ifPresent(id -> answer.put("attachment_id", id));
        }
        sticker(send).forEach(enclosed::add);
        var content = content(send, enclosed);
        var message = world.answer(page, person(page, send), origin(page, send), content);
        answer.put("message_id", message.mid());
        return answer;
    }

    private static List<Attachment> sticker(Send send) {
        var id = send.message().path("sticker_id").asString("");
        return id.matches("\\d{1,18}")
                ? List.of(Attachment.sticker(id, send.base() + "/files/stickers/" + id + ".png"))
                : List.of();
    }

    private static Content content(Send send, List<Attachment> enclosed) {
        var replies =
                StreamSupport.stream(send.quickReplies().spliterator(), false)
                        .map(Sending::quickReply)
                        .toList();
        return new Content(send.text(), enclosed, replies, null, null, send.replyTo());
    }

    /// The person is asked for an address or a number by Messenger itself; the payload is the text.
    private static Choice quickReply(JsonNode reply) {
        var type = reply.path("content_type").asString("text");
        var title = reply.path("title").asString(type);
        var image = reply.path("image_url");
        return new Choice(
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                reply.path("payload").asString(title),
                image.isString() ? image.asString() : null);
    }

    private static Origin origin(Page page, Send send) {
        return new Origin.Desk(
                page.appId(),
                send.metadata(),
                send.messagingType().orElse(null),
                send.tag().orElse(null));
    }

    Map<String, Object> act(Page page, Send send) {
        Refused.ifAny(rules.objection(page, send));
        var person = person(page, send);
        switch (send.action().orElse("")) {
            case "typing_on" -> world.type(page, person, true);
            case "typing_off" -> world.type(page, person, false);
            case "mark_seen" -> world.see(page, person);
            case "react" -> react(send, send.payload().path("reaction").asString("like"));
            default -> react(send, null);
        }
        return Map.of("recipient_id", send.psid());
    }

    private void react(Send send, @Nullable String reaction) {
        try {
            world.reactAsPage(send.payload().path("message_id").asString(""), reaction);
        } catch (Refusal _) {
            throw new Refused(GraphErrors.ACTION_FAILED);
        }
    }

    private Person person(Page page, Send send) {
        return directory
                .personKnownTo(page, send.psid())
                .orElseThrow(() -> new Refused(GraphErrors.NOBODY));
    }
}
