package dev.parley.simulator.control;

import static java.util.Objects.requireNonNullElse;

import dev.parley.simulator.world.Choice;
import dev.parley.simulator.world.ConversationView;
import dev.parley.simulator.world.Origin;
import dev.parley.simulator.world.Referral;
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

/// Actions of people in Messenger.
@RestController
@RequestMapping("/simulator")
class ActsController {
    private static final Set<String> REACTIONS =
            Set.of("smile", "angry", "sad", "wow", "love", "like", "dislike", "other");

    /// One emoji, with what can be joined to it: skin tone, gender, a heart on fire.
    private static final Pattern EMOJI =
            Pattern.compile("\\p{IsExtended_Pictographic}[\\p{IsEmoji}\\u200d\\ufe0f]{0,9}");

    private final ControlLookup controlLookup;
    private final World world;

    ActsController(ControlLookup controlLookup, World world) {
        this.controlLookup = controlLookup;
        this.world = world;
    }

    @PostMapping("/messages")
    ActionResult write(@RequestBody ControlRequests.Write request) {
        var page = controlLookup.page(request.page());
        var person = controlLookup.actor(request.person());
        var referral = optionalReferral(request.referral());
        return ActionResult.with(
                world.write(page, person, MessageDraft.of(request), referral), person.psid(page));
    }

    @PostMapping("/messages/bulk")
    List<ActionResult> writeMany(@RequestBody List<ControlRequests.@Nullable Write> requests) {
        return ControlLookup.list("messages", requests).stream().map(this::write).toList();
    }

    @PostMapping("/postbacks")
    ActionResult press(@RequestBody ControlRequests.Press request) {
        var page = controlLookup.page(request.page());
        var person = controlLookup.actor(request.person());
        var payload = ControlLookup.required("payload", request.payload());
        var button = new Choice(requireNonNullElse(request.title(), payload), payload);
        var referral = optionalReferral(request.referral());
        return ActionResult.with(world.press(page, person, button, referral), person.psid(page));
    }

    @PostMapping("/referrals")
    ActionResult arrive(@RequestBody ControlRequests.Arrive request) {
        var page = controlLookup.page(request.page());
        var person = controlLookup.actor(request.person());
        var source =
                new ControlRequests.ReferralRequest(
                        request.ref(),
                        request.source(),
                        request.type(),
                        request.ad(),
                        request.product());
        return new ActionResult(
                null, world.refer(page, person, MessageDraft.referral(source)), person.psid(page));
    }

    @PostMapping("/reactions")
    ActionResult react(@RequestBody ControlRequests.React request) {
        var thread = threadWith(request.mid());
        var mid = ControlLookup.required("mid", request.mid());
        if (request.reaction() != null && !isReaction(request.reaction())) {
            throw ControlLookup.bad("A reaction is one emoji, or one of " + REACTIONS);
        }
        return ActionResult.about(mid, world.react(mid, request.reaction()), thread);
    }

    private static @Nullable Referral optionalReferral(
            ControlRequests.@Nullable ReferralRequest request) {
        return request == null ? null : MessageDraft.referral(request);
    }

    private static boolean isReaction(String text) {
        return REACTIONS.contains(text) || EMOJI.matcher(text).matches();
    }

    @PostMapping("/edits")
    ActionResult edit(@RequestBody ControlRequests.Edit request) {
        var thread = threadWith(request.mid());
        var mid = ControlLookup.required("mid", request.mid());
        return ActionResult.about(
                mid, world.edit(mid, ControlLookup.required("text", request.text())), thread);
    }

    @PostMapping("/unsends")
    ActionResult unsend(@RequestBody ControlRequests.Unsend request) {
        var thread = threadWith(request.mid());
        var mid = ControlLookup.required("mid", request.mid());
        return ActionResult.about(mid, world.unsend(mid), thread);
    }

    @PostMapping("/reads")
    ActionResult read(@RequestBody ControlRequests.Read request) {
        var page = controlLookup.page(request.page());
        var person = controlLookup.actor(request.person());
        return new ActionResult(null, world.read(page, person), person.psid(page));
    }

    @PostMapping("/inbox-replies")
    ActionResult answerInMetasInbox(@RequestBody ControlRequests.Write request) {
        var page = controlLookup.page(request.page());
        var person = controlLookup.actor(request.person());
        var message = world.answer(page, person, new Origin.MetaInbox(), MessageDraft.of(request));
        return ActionResult.with(message, person.psid(page));
    }

    private ConversationView threadWith(@Nullable String mid) {
        var thread =
                world.viewOf(ControlLookup.required("mid", mid))
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND, "There is no message " + mid));
        controlLookup.actor(thread.person().id());
        return thread;
    }
}
