package dev.parley.simulator.control;

import static java.util.Objects.requireNonNullElse;

import dev.parley.simulator.world.Choice;
import dev.parley.simulator.world.Origin;
import dev.parley.simulator.world.TalkView;
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

    private final Cast cast;
    private final World world;

    ActsController(Cast cast, World world) {
        this.cast = cast;
        this.world = world;
    }

    @PostMapping("/messages")
    Done write(@RequestBody Orders.Write order) {
        var page = cast.page(order.page());
        var person = cast.actor(order.person());
        var referral = order.referral() == null ? null : Draft.referral(order.referral());
        return Done.with(world.write(page, person, Draft.of(order), referral), person.psid(page));
    }

    @PostMapping("/messages/bulk")
    List<Done> writeMany(@RequestBody List<Orders.@Nullable Write> orders) {
        return Cast.list("messages", orders).stream().map(this::write).toList();
    }

    @PostMapping("/postbacks")
    Done press(@RequestBody Orders.Press order) {
        var page = cast.page(order.page());
        var person = cast.actor(order.person());
        var payload = Cast.given("payload", order.payload());
        var button = new Choice(requireNonNullElse(order.title(), payload), payload);
        var referral = order.referral() == null ? null : Draft.referral(order.referral());
        return Done.with(world.press(page, person, button, referral), person.psid(page));
    }

    @PostMapping("/referrals")
    Done arrive(@RequestBody Orders.Arrive order) {
        var page = cast.page(order.page());
        var person = cast.actor(order.person());
        var way =
                new Orders.Way(
                        order.ref(), order.source(), order.type(), order.ad(), order.product());
        return new Done(null, world.refer(page, person, Draft.referral(way)), person.psid(page));
    }

    @PostMapping("/reactions")
    Done react(@RequestBody Orders.React order) {
        var talk = talkWith(order.mid());
        var mid = Cast.given("mid", order.mid());
        if (order.reaction() != null && !isReaction(order.reaction())) {
            throw Cast.bad("A reaction is one emoji, or one of " + REACTIONS);
        }
        return Done.about(mid, world.react(mid, order.reaction()), talk);
    }

    private static boolean isReaction(String text) {
        return REACTIONS.contains(text) || EMOJI.matcher(text).matches();
    }

    @PostMapping("/edits")
    Done edit(@RequestBody Orders.Edit order) {
        var talk = talkWith(order.mid());
        var mid = Cast.given("mid", order.mid());
        return Done.about(mid, world.edit(mid, Cast.given("text", order.text())), talk);
    }

    @PostMapping("/unsends")
    Done unsend(@RequestBody Orders.Unsend order) {
        var talk = talkWith(order.mid());
        var mid = Cast.given("mid", order.mid());
        return Done.about(mid, world.unsend(mid), talk);
    }

    @PostMapping("/reads")
    Done look(@RequestBody Orders.Look order) {
        var page = cast.page(order.page());
        var person = cast.actor(order.person());
        return new Done(null, world.look(page, person), person.psid(page));
    }

    @PostMapping("/inbox-replies")
    Done answerInMetasInbox(@RequestBody Orders.Write order) {
        var page = cast.page(order.page());
        var person = cast.actor(order.person());
        var message = world.answer(page, person, new Origin.MetaInbox(), Draft.of(order));
        return Done.with(message, person.psid(page));
    }

    private TalkView talkWith(@Nullable String mid) {
        var talk =
                world.viewOf(Cast.given("mid", mid))
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND, "There is no message " + mid));
        cast.actor(talk.person().id());
        return talk;
    }
}
