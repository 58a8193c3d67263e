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
    private final Map<Where, Conversation> threads = new LinkedHashMap<>();
    private final Map<String, Conversation> byMid = new HashMap<>();
    private final List<SentMessage> sends = new ArrayList<>();
    private final Set<String> offline = new HashSet<>();

    World(SimulatedClock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
    }

    @Override
    public synchronized void reset() {
        threads.clear();
        byMid.clear();
        sends.clear();
        offline.clear();
    }

    public synchronized Message write(
            Page page, Person person, Content content, @Nullable Referral referral) {
        var thread = thread(page, person);
        addReferralNote(thread, referral);
        var message = add(thread, new Origin.Customer(), content);
        thread.openWindow(clock.instant());
        var toSelf = thread.isByPerson(content.replyTo());
        publish(thread, new WorldEvent.Wrote(page, person, message, toSelf, referral));
        return message;
    }

    /// Adds messages of the past, which no app receives. Those that are known stay as they are.
    public synchronized void remember(Page page, Person person, List<Message> past) {
        var thread = thread(page, person);
        past.stream()
                .filter(message -> !byMid.containsKey(message.mid()))
                .forEach(message -> {
                    thread.remember(message);
                    byMid.put(message.mid(), thread);
                });
        events.publishEvent(StateChanged.message(page, person));
    }

    public synchronized Message press(
            Page page, Person person, Choice button, @Nullable Referral referral) {
        var thread = thread(page, person);
        addReferralNote(thread, referral);
        var message = add(thread, new Origin.Customer(), Content.pressed(button));
        thread.openWindow(clock.instant());
        publish(
                thread,
                new WorldEvent.Pressed(page, person, message, referral, message.timestamp()));
        return message;
    }

    public synchronized long refer(Page page, Person person, Referral referral) {
        var thread = thread(page, person);
        addReferralNote(thread, referral);
        var at = thread.tick(clock.instant());
        thread.openWindow(clock.instant());
        publish(thread, new WorldEvent.Referred(page, person, referral, at));
        return at;
    }

    /// An event that is not a message does not open the window.
    public synchronized long signal(Page page, Person person, PersonEvent signal) {
        var thread = thread(page, person);
        var at = thread.tick(clock.instant());
        signal.note(at).ifPresent(thread::note);
        publish(thread, new WorldEvent.Signalled(page, person, signal, at));
        return at;
    }

    /// Sends a message on behalf of the page, from an app or from Meta's own inbox. The echo is
    /// published before this returns.
    public synchronized Message answer(Page page, Person person, Origin origin, Content content) {
        var thread = thread(page, person);
        var message = add(thread, origin, content);
        thread.stopTyping();
        if (origin instanceof Origin.Desk desk) {
            sends.add(new SentMessage(page, person.psid(page), message, desk));
        }
        publish(thread, new WorldEvent.Echoed(page, person, message));
        deliver(thread);
        return message;
    }

    /// A reaction of the person opens the window again.
    public synchronized long react(String mid, @Nullable String reaction) {
        var thread = threadOf(mid);
        thread.put(message(thread, mid).reacted("person", reaction));
        thread.openWindow(clock.instant());
        var at = thread.tick(clock.instant());
        publish(thread, new WorldEvent.Reacted(thread.page, thread.person, mid, reaction, at));
        return at;
    }

    public synchronized void reactAsPage(String mid, @Nullable String reaction) {
        var thread = threadOf(mid);
        thread.put(message(thread, mid).reacted("page", reaction));
        events.publishEvent(StateChanged.message(thread.page, thread.person));
    }

    public synchronized long edit(String mid, String text) {
        var thread = threadOf(mid);
        var edited = ownMessage(thread, mid).reworded(text);
        if (edited.edits() > Message.MOST_EDITS) {
            throw new Refusal("A message can be edited " + Message.MOST_EDITS + " times");
        }
        thread.put(edited);
        var at = thread.tick(clock.instant());
        publish(thread, new WorldEvent.Edited(thread.page, thread.person, edited, at));
        return at;
    }

    public synchronized long unsend(String mid) {
        var thread = threadOf(mid);
        thread.put(ownMessage(thread, mid).withdrawn());
        var at = thread.tick(clock.instant());
        publish(thread, new WorldEvent.Unsent(thread.page, thread.person, mid, at));
        return at;
    }

    public synchronized long read(Page page, Person person) {
        var thread = thread(page, person);
        var at = thread.tick(clock.instant());
        if (thread.read(at)) {
            publish(thread, new WorldEvent.Read(page, person, at, at));
        }
        return at;
    }

    public synchronized void setTyping(Page page, Person person, boolean on) {
        var thread = thread(page, person);
        if (on) {
            thread.startTyping(clock.instant());
        } else {
            thread.stopTyping();
        }
        events.publishEvent(StateChanged.typing(page, person));
    }

    public synchronized void markSeen(Page page, Person person) {
        var thread = thread(page, person);
        thread.markSeen(thread.tick(clock.instant()));
        events.publishEvent(StateChanged.message(page, person));
    }

    public synchronized void block(Page page, Person person, boolean blocked) {
        thread(page, person).block(blocked);
        events.publishEvent(StateChanged.state());
    }

    public synchronized void setOnline(Person person, boolean online) {
        if (!online) {
            offline.add(person.id());
        } else if (offline.remove(person.id())) {
            threads.values().stream().filter(thread -> isOf(thread, person)).forEach(this::deliver);
        }
        events.publishEvent(StateChanged.people());
    }

    public synchronized boolean isOnline(Person person) {
        return !offline.contains(person.id());
    }

    public synchronized ConversationView view(Page page, Person person) {
        return Optional.ofNullable(threads.get(new Where(page.id(), person.id())))
                .orElseGet(() -> new Conversation(page, person))
                .view(clock.instant());
    }

    public synchronized List<ConversationView> views() {
        return threads.values().stream().map(thread -> thread.view(clock.instant())).toList();
    }

    public synchronized Optional<ConversationView> viewOf(String mid) {
        return Optional.ofNullable(byMid.get(mid)).map(thread -> thread.view(clock.instant()));
    }

    public synchronized List<SentMessage> sends() {
        return List.copyOf(sends);
    }

    private Conversation thread(Page page, Person person) {
        return threads.computeIfAbsent(
                new Where(page.id(), person.id()), _ -> new Conversation(page, person));
    }

    private Conversation threadOf(String mid) {
        return Optional.ofNullable(byMid.get(mid))
                .orElseThrow(() -> new Refusal("There is no message " + mid));
    }

    private static Message message(Conversation thread, String mid) {
        return Optional.ofNullable(thread.find(mid))
                .orElseThrow(() -> new Refusal("There is no message " + mid));
    }

    private static Message ownMessage(Conversation thread, String mid) {
        var message = message(thread, mid);
        if (!message.byPerson() || message.unsent()) {
            throw new Refusal("This is not a message that the person can change: " + mid);
        }
        return message;
    }

    private void addReferralNote(Conversation thread, @Nullable Referral referral) {
        if (referral != null) {
            thread.note(referral.note(thread.tick(clock.instant())));
        }
    }

    private Message add(Conversation thread, Origin origin, Content content) {
        var message = Message.fresh(origin, content, thread.tick(clock.instant()));
        thread.put(message);
        byMid.put(message.mid(), thread);
        return message;
    }

    private void deliver(Conversation thread) {
        if (!isOnline(thread.person)) {
            return;
        }
        var at = thread.tick(clock.instant());
        var mids = thread.deliver(at);
        if (!mids.isEmpty()) {
            publish(thread, new WorldEvent.Delivered(thread.page, thread.person, mids, at));
        }
    }

    private static boolean isOf(Conversation thread, Person person) {
        return thread.person.id().equals(person.id());
    }

    private void publish(Conversation thread, WorldEvent event) {
        events.publishEvent(event);
        events.publishEvent(StateChanged.message(thread.page, thread.person));
    }
}
