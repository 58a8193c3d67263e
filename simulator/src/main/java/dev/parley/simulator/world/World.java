package dev.parley.simulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// All messages, in memory. Every action is completed and published before the next one starts, so
/// that all apps receive the events in the same order.
@Component
public class World implements Resettable {
    private record Where(String page, String person) {}

    private final SimulatedClock clock;
    private final ApplicationEventPublisher events;
    private final Map<Where, Conversation> talks = new LinkedHashMap<>();
    private final Map<String, Conversation> byMid = new HashMap<>();
    private final List<SentMessage> sends = new ArrayList<>();
    private final Set<String> offline = new HashSet<>();

    World(SimulatedClock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
    }

    @Override
    public synchronized void reset() {
        talks.clear();
        byMid.clear();
        sends.clear();
        offline.clear();
    }

    public synchronized Message write(
            Page page, Person person, Content content, @Nullable Referral referral) {
        var talk = talk(page, person);
        comes(talk, referral);
        var message = add(talk, new Origin.Customer(), content);
        talk.opens(clock.instant());
        var toSelf = talk.isByPerson(content.replyTo());
        tell(talk, new WorldEvent.Wrote(page, person, message, toSelf, referral));
        return message;
    }

    public synchronized Message press(
            Page page, Person person, Choice button, @Nullable Referral referral) {
        var talk = talk(page, person);
        comes(talk, referral);
        var message = add(talk, new Origin.Customer(), Content.pressed(button));
        talk.opens(clock.instant());
        tell(talk, new WorldEvent.Pressed(page, person, message, referral, message.timestamp()));
        return message;
    }

    public synchronized long refer(Page page, Person person, Referral referral) {
        var talk = talk(page, person);
        comes(talk, referral);
        var at = talk.tick(clock.instant());
        talk.opens(clock.instant());
        tell(talk, new WorldEvent.Referred(page, person, referral, at));
        return at;
    }

    /// What is no message does not open the window.
    public synchronized long signal(Page page, Person person, PersonEvent signal) {
        var talk = talk(page, person);
        var at = talk.tick(clock.instant());
        signal.note(at).ifPresent(talk::note);
        tell(talk, new WorldEvent.Signalled(page, person, signal, at));
        return at;
    }

    /// Something in the page's name, from an app or from Meta's own inbox. The echo is on its way
    /// before this returns.
    public synchronized Message answer(Page page, Person person, Origin origin, Content content) {
        var talk = talk(page, person);
        var message = add(talk, origin, content);
        talk.stopsTyping();
        if (origin instanceof Origin.Desk desk) {
            sends.add(new SentMessage(page, person.psid(page), message, desk));
        }
        tell(talk, new WorldEvent.Echoed(page, person, message));
        deliver(talk);
        return message;
    }

    /// A reaction of the person opens the window again.
    public synchronized long react(String mid, @Nullable String reaction) {
        var talk = talkOf(mid);
        talk.put(message(talk, mid).reacted("person", reaction));
        talk.opens(clock.instant());
        var at = talk.tick(clock.instant());
        tell(talk, new WorldEvent.Reacted(talk.page, talk.person, mid, reaction, at));
        return at;
    }

    public synchronized void reactAsPage(String mid, @Nullable String reaction) {
        var talk = talkOf(mid);
        talk.put(message(talk, mid).reacted("page", reaction));
        events.publishEvent(StateChanged.message(talk.page, talk.person));
    }

    public synchronized long edit(String mid, String text) {
        var talk = talkOf(mid);
        var edited = ownMessage(talk, mid).reworded(text);
        if (edited.edits() > Message.MOST_EDITS) {
            throw new Refusal("A message can be edited " + Message.MOST_EDITS + " times");
        }
        talk.put(edited);
        var at = talk.tick(clock.instant());
        tell(talk, new WorldEvent.Edited(talk.page, talk.person, edited, at));
        return at;
    }

    public synchronized long unsend(String mid) {
        var talk = talkOf(mid);
        talk.put(ownMessage(talk, mid).withdrawn());
        var at = talk.tick(clock.instant());
        tell(talk, new WorldEvent.Withdrew(talk.page, talk.person, mid, at));
        return at;
    }

    public synchronized long look(Page page, Person person) {
        var talk = talk(page, person);
        var at = talk.tick(clock.instant());
        if (talk.look(at)) {
            tell(talk, new WorldEvent.Looked(page, person, at, at));
        }
        return at;
    }

    public synchronized void type(Page page, Person person, boolean on) {
        var talk = talk(page, person);
        if (on) {
            talk.typing(clock.instant());
        } else {
            talk.stopsTyping();
        }
        events.publishEvent(StateChanged.typing(page, person));
    }

    public synchronized void see(Page page, Person person) {
        var talk = talk(page, person);
        talk.see(talk.tick(clock.instant()));
        events.publishEvent(StateChanged.message(page, person));
    }

    public synchronized void block(Page page, Person person, boolean blocked) {
        talk(page, person).block(blocked);
        events.publishEvent(StateChanged.state());
    }

    public synchronized void online(Person person, boolean online) {
        if (!online) {
            offline.add(person.id());
        } else if (offline.remove(person.id())) {
            talks.values().stream().filter(talk -> isOf(talk, person)).forEach(this::deliver);
        }
        events.publishEvent(StateChanged.people());
    }

    public synchronized boolean isOnline(Person person) {
        return !offline.contains(person.id());
    }

    public synchronized ConversationView view(Page page, Person person) {
        return Optional.ofNullable(talks.get(new Where(page.id(), person.id())))
                .orElseGet(() -> new Conversation(page, person))
                .view(clock.instant());
    }

    public synchronized List<ConversationView> views() {
        return talks.values().stream().map(talk -> talk.view(clock.instant())).toList();
    }

    public synchronized Optional<ConversationView> viewOf(String mid) {
        return Optional.ofNullable(byMid.get(mid)).map(talk -> talk.view(clock.instant()));
    }

    public synchronized List<SentMessage> sends() {
        return List.copyOf(sends);
    }

    private Conversation talk(Page page, Person person) {
        return talks.computeIfAbsent(
                new Where(page.id(), person.id()), _ -> new Conversation(page, person));
    }

    private Conversation talkOf(String mid) {
        return Optional.ofNullable(byMid.get(mid))
                .orElseThrow(() -> new Refusal("There is no message " + mid));
    }

    private static Message message(Conversation talk, String mid) {
        return Optional.ofNullable(talk.find(mid))
                .orElseThrow(() -> new Refusal("There is no message " + mid));
    }

    private static Message ownMessage(Conversation talk, String mid) {
        var message = message(talk, mid);
        if (!message.byPerson() || message.unsent()) {
            throw new Refusal("This is not a message that the person could change: " + mid);
        }
        return message;
    }

    private void comes(Conversation talk, @Nullable Referral referral) {
        if (referral != null) {
            talk.note(referral.note(talk.tick(clock.instant())));
        }
    }

    private Message add(Conversation talk, Origin origin, Content content) {
        var message = Message.fresh(origin, content, talk.tick(clock.instant()));
        talk.put(message);
        byMid.put(message.mid(), talk);
        return message;
    }

    private void deliver(Conversation talk) {
        if (!isOnline(talk.person)) {
            return;
        }
        var at = talk.tick(clock.instant());
        var mids = talk.deliver(at);
        if (!mids.isEmpty()) {
            tell(talk, new WorldEvent.Delivered(talk.page, talk.person, mids, at));
        }
    }

    private static boolean isOf(Conversation talk, Person person) {
        return talk.person.id().equals(person.id());
    }

    private void tell(Conversation talk, WorldEvent happening) {
        events.publishEvent(happening);
        events.publishEvent(StateChanged.message(talk.page, talk.person));
    }
}
