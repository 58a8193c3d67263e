package dev.parley.simulator.control;

import static java.util.Objects.requireNonNullElse;

import dev.parley.simulator.world.Choice;
import dev.parley.simulator.world.ConversationView;
import dev.parley.simulator.world.Origin;
import dev.parley.simulator.world.World;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// What people do in Messenger.
@RestController
@RequestMapping("/simulator")
class ActsController {
    private static final Set<String> REACTIONS =
            Set.of("smile", "angry", "sad", "wow", "love", "like", "dislike", "other");

    /// One picture, with what may join several into one: skin, sex, a heart that is on fire.
    private static final Pattern EMOJI =
            Pattern.compile("\\p{IsExtended_Pictographic}[\\p{IsEmoji}\\u200d\\ufe0f]{0,9}");

    private final ControlLookup controlLookup;
    private final World world;

    ActsController(ControlLookup controlLookup, World world) {
        this.controlLookup = controlLookup;
        this.world = world;
    }

    @PostMapping("/messages")
    ActionResult write(@RequestBody ControlRequests.Write order) {
        var page = controlLookup.page(order.page());
        var person = controlLookup.actor(order.person());
        var referral = order.referral() == null ? null : MessageDraft.referral(order.referral());
        return ActionResult.with(
                world.write(page, person, MessageDraft.of(order), referral), person.psid(page));
    }

    @PostMapping("/messages/bulk")
    List<ActionResult> writeMany(@RequestBody List<ControlRequests.@Nullable Write> orders) {
        return ControlLookup.list("messages", orders).stream().map(this::write).toList();
    }

    @PostMapping("/postbacks")
    ActionResult press(@RequestBody ControlRequests.Press order) {
        var page = controlLookup.page(order.page());
        var person = controlLookup.actor(order.person());
        var payload = ControlLookup.given("payload", order.payload());
        var button = new Choice(requireNonNullElse(order.title(), payload), payload);
        var referral = order.referral() == null ? null : MessageDraft.referral(order.referral());
        return ActionResult.with(world.press(page, person, button, referral), person.psid(page));
    }

    @PostMapping("/referrals")
    ActionResult arrive(@RequestBody ControlRequests.Arrive order) {
        var page = controlLookup.page(order.page());
        var person = controlLookup.actor(order.person());
        var way =
                new ControlRequests.Way(
                        order.ref(), order.source(), order.type(), order.ad(), order.product());
        return new ActionResult(
                null, world.refer(page, person, MessageDraft.referral(way)), person.psid(page));
    }

    @PostMapping("/reactions")
    ActionResult react(@RequestBody ControlRequests.React order) {
        var talk = talkWith(order.mid());
        var mid = ControlLookup.given("mid", order.mid());
        if (order.reaction() != null && !isReaction(order.reaction())) {
            throw ControlLookup.bad("A reaction is one emoji, or one of " + REACTIONS);
        }
        return ActionResult.about(mid, world.react(mid, order.reaction()), talk);
    }

    private static boolean isReaction(String text) {
        return REACTIONS.contains(text) || EMOJI.matcher(text).matches();
    }

    @PostMapping("/edits")
    ActionResult edit(@RequestBody ControlRequests.Edit order) {
        var talk = talkWith(order.mid());
        var mid = ControlLookup.given("mid", order.mid());
        return ActionResult.about(
                mid, world.edit(mid, ControlLookup.given("text", order.text())), talk);
    }

    @PostMapping("/unsends")
    ActionResult unsend(@RequestBody ControlRequests.Unsend order) {
        var talk = talkWith(order.mid());
        var mid = ControlLookup.given("mid", order.mid());
        return ActionResult.about(mid, world.unsend(mid), talk);
    }

    @PostMapping("/reads")
    ActionResult look(@RequestBody ControlRequests.Look order) {
        var page = controlLookup.page(order.page());
        var person = controlLookup.actor(order.person());
        return new ActionResult(null, world.look(page, person), person.psid(page));
    }

    @PostMapping("/inbox-replies")
    ActionResult answerInMetasInbox(@RequestBody ControlRequests.Write order) {
        var page = controlLookup.page(order.page());
        var person = controlLookup.actor(order.person());
        var message = world.answer(page, person, new Origin.MetaInbox(), MessageDraft.of(order));
        return ActionResult.with(message, person.psid(page));
    }

    private ConversationView talkWith(@Nullable String mid) {
        var talk =
                world.viewOf(ControlLookup.given("mid", mid))
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND, "There is no message " + mid));
        controlLookup.actor(talk.person().id());
        return talk;
    }
}
