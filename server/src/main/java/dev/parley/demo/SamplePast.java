package dev.parley.demo;

import dev.parley.conversation.Conversation.State;
import dev.parley.demo.SampleConversation.Said;
import dev.parley.demo.SampleSchedule.Slot;
import dev.parley.demo.SampleScripts.By;
import dev.parley.demo.SampleScripts.Line;
import dev.parley.demo.SampleScripts.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Makes up the past of two shops: who wrote, when, what, and what was answered. It is the same
/// each time, counted back from now. No two conversations end with the same words.
final class SamplePast {
    /// The pages for which there are templates, in the order of the simulator's pages.
    static final int PAGES = 2;

    private static final long SEED = 20_261_130;
    private static final List<String> SHOPS = List.of("tea", "flowers");

    /// A person writes again after this time at the earliest.
    private static final Duration PAUSE = Duration.ofDays(2);

    private final Random random = new Random(SEED);
    private final SampleScripts names = SampleScripts.read("people.txt");
    private final Map<String, SampleScripts> scripts = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();
    private final Map<SamplePerson, Instant> lastSeen = new HashMap<>();
    private final List<SamplePerson> people = new ArrayList<>();
    private final Set<String> lastWords = new HashSet<>();
    private final int agents;

    private SamplePast(int agents) {
        this.agents = agents;
    }

    /// {@return the conversations, the oldest first}
    ///
    /// @param agents how many agents there are
    static List<SampleConversation> before(Instant now, int agents) {
        var past = new SamplePast(agents);
        return SampleSchedule.before(now, past.random).stream().map(past::at).toList();
    }

    private SampleConversation at(Slot slot) {
        var person = person(slot.lastAt());
        var page = random.nextInt(5) < 3 ? 0 : 1;
        var script = script(person, page, slot.state());
        lastSeen.put(person, slot.lastAt());
        return new SampleConversation(
                person,
                page,
                random.nextInt(2 * agents - 1) / 2,
                slot.state(),
                timed(script.lines(), slot.lastAt()),
                isTagged(slot.state()) ? script.tag() : null,
                slot.snoozedUntil());
    }

    /// Nobody has looked at those that are open; of the others, agents forgot one in five.
    private boolean isTagged(State state) {
        return state != State.OPEN && random.nextInt(5) > 0;
    }

    /// Two of five have written before.
    private SamplePerson person(Instant at) {
        var again =
                people.stream()
                        .filter(one -> lastSeen.getOrDefault(one, at).plus(PAUSE).isBefore(at))
                        .toList();
        return again.isEmpty() || random.nextInt(5) >= 2
                ? newPerson()
                : SampleWords.any(random, again);
    }

    private SamplePerson newPerson() {
        while (true) {
            var person = SamplePerson.any(people.size() + 1, names, random);
            if (people.stream().noneMatch(one -> one.name().equals(person.name()))) {
                people.add(person);
                return person;
            }
        }
    }

    /// The templates take turns, so that those of one kind are far apart.
    private Script script(SamplePerson person, int page, State state) {
        var name = SHOPS.get(page) + (person.chinese() ? ".zh.txt" : ".en.txt");
        var all = scripts.computeIfAbsent(name, SampleScripts::read);
        while (true) {
            var turn = turns.merge(name, 1, Integer::sum);
            var script = all.scripts().get(turn * 7 % all.scripts().size());
            var given = new HashMap<>(person.words());
            given.put("order", String.valueOf(random.nextInt(10_000, 100_000)));
            var words = new SampleWords(all, random, given);
            var lines =
                    shortened(script.lines(), state).stream()
                            .map(line -> new Line(line.by(), words.fill(line.text())))
                            .toList();
            if (lastWords.add(lines.getLast().text())) {
                return new Script(script.tag(), lines);
            }
        }
    }

    /// {@return the part of the conversation that it has in this state}
    private static List<Line> shortened(List<Line> script, State state) {
        var replies =
                IntStream.range(0, script.size())
                        .filter(place -> script.get(place).by() == By.AGENT)
                        .toArray();
        var last = replies[replies.length - 1];
        return switch (state) {
            case OPEN -> script.subList(0, replies[0]);
            case ACTIVE -> script.subList(0, questionBefore(script, last) + 1);
            case WAITING -> script.subList(0, last + 1);
            case WRAP_UP, CLOSED -> script;
        };
    }

    private static int questionBefore(List<Line> script, int place) {
        var question = place;
        while (script.get(question).by() != By.CUSTOMER) {
            question--;
        }
        return question;
    }

    private List<Said> timed(List<Line> lines, Instant lastAt) {
        var said = new ArrayList<Said>();
        var at = lastAt;
        for (var place = lines.size() - 1; place >= 0; place--) {
            var line = lines.get(place);
            said.addFirst(new Said(line.by(), line.text(), at));
            if (place > 0) {
                at = at.minusSeconds(pause(lines.get(place - 1).by(), line.by()));
            }
        }
        return said;
    }

    private int pause(By before, By after) {
        if (before == after || after == By.COLLEAGUE) {
            return random.nextInt(15, 75);
        }
        return after == By.CUSTOMER ? random.nextInt(40, 900) : random.nextInt(45, 420);
    }
}
