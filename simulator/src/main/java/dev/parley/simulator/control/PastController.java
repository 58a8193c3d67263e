package dev.parley.simulator.control;

import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Message;
import dev.parley.simulator.world.Origin;
import dev.parley.simulator.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Adds what people and pages said to each other before the simulator started: its data is in
/// memory, so that whoever keeps data of an earlier run can bring it back.
@RestController
class PastController {
    /// @param person the id of the account
    /// @param psid the person's id at this page
    record Past(
            @Nullable String person,
            @Nullable String name,
            @Nullable String page,
            @Nullable String psid,
            @Nullable List<@Nullable Text> messages) {}

    /// @param fromPerson whether the person wrote it, otherwise the page
    /// @param at in milliseconds
    record Text(@Nullable String mid, boolean fromPerson, @Nullable String text, long at) {}

    private final Directory directory;
    private final World world;
    private final ControlLookup controlLookup;

    PastController(Directory directory, World world, ControlLookup controlLookup) {
        this.directory = directory;
        this.world = world;
        this.controlLookup = controlLookup;
    }

    @PostMapping("/simulator/past")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remember(@RequestBody List<@Nullable Past> requests) {
        ControlLookup.list("past", requests).forEach(this::remember);
    }

    private void remember(Past past) {
        var page = controlLookup.page(past.page());
        var messages = ControlLookup.list("messages", past.messages());
        var person =
                directory.recall(
                        ControlLookup.required("person", past.person()),
                        ControlLookup.required("name", past.name()).strip(),
                        page,
                        ControlLookup.required("psid", past.psid()));
        world.remember(page, person, messages.stream().map(this::message).toList());
    }

    private Message message(Text text) {
        var app = directory.app().id();
        return Message.past(
                ControlLookup.required("mid", text.mid()),
                text.fromPerson()
                        ? new Origin.Customer()
                        : new Origin.Desk(app, null, "RESPONSE", null, null),
                ControlLookup.required("text", text.text()),
                text.at());
    }
}
