package dev.parley.stories;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.parley.testing.Simulator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Compares the messages sent on one side with those received on the other, one line for each
/// direction.
///
/// @param sent how many were sent
/// @param acknowledged how many of them were acknowledged
/// @param stored how many are in the timelines, each counted once
/// @param delivered how many reached their recipient, each counted once
/// @param duplicates how many are stored or arrived more than once
/// @param lost how many were acknowledged and are not stored, or are marked as sent and did not
///   arrive
/// @param outOfOrder how many people's timelines are in another order
/// @param altered how many differ from their last version
/// @param failed how many are marked as failed
/// @param unknown how many have an unknown result
/// @param untrue how many are marked as failed, but arrived
/// @param stuck how many neither arrived nor were given up
/// @param remarks the exact differences
record Ledger(
        String name,
        long sent,
        long acknowledged,
        long stored,
        long delivered,
        long duplicates,
        long lost,
        long outOfOrder,
        long altered,
        long failed,
        long unknown,
        long untrue,
        long stuck,
        List<String> remarks) {
    private static final List<String> ARRIVED = List.of("sent", "delivered", "read");
    private static final List<String> COLUMNS =
            List.of(
                    "sent",
                    "acknowledged",
                    "stored",
                    "delivered",
                    "duplicates",
                    "lost",
                    "out of order",
                    "altered",
                    "failed",
                    "unknown",
                    "untrue",
                    "stuck");

    static String table(Ledger... lines) {
        var table = new StringBuilder("%-8s".formatted(""));
        COLUMNS.forEach(name -> table.append("  ").append(name));
        for (var line : lines) {
            table.append("%n%-8s".formatted(line.name));
            for (var column = 0; column < COLUMNS.size(); column++) {
                var width = COLUMNS.get(column).length() + 2;
                table.append(String.format("%" + width + "d", line.figures().get(column)));
            }
        }
        return table.toString();
    }

    /// {@return the counts that must be zero}
    Map<String, Long> faults() {
        return Map.of(
                "duplicates", duplicates,
                "lost", lost,
                "out of order", outOfOrder,
                "altered", altered,
                "untrue", untrue,
                "stuck", stuck);
    }

    /// {@return people's messages, compared with Parley's timelines}
    static Ledger ofMessages(Simulator simulator, Timelines timelines, Acknowledged acknowledged) {
        var sent = new HashSet<String>();
        var stored = new ArrayList<String>();
        var outOfOrder = 0;
        var altered = 0L;
        var remarks = new ArrayList<String>();
        for (var person : timelines.people()) {
            var wrote = simulator.thread(timelines.page(), person);
            var mids = mids(wrote, "from", "person");
            var stands = mids(timelines.of(person), "direction", "inbound");
            stands.retainAll(new HashSet<>(mids));
            sent.addAll(mids);
            stored.addAll(stands);
            mids.retainAll(new HashSet<>(stands));
            // A message that was unsent before it arrived, or arrived only as an edit, has no
            // place.
            mids.removeIf(mid -> !acknowledged.hasPlace(mid));
            stands.removeIf(mid -> !acknowledged.hasPlace(mid));
            var order = stands.stream().distinct().toList();
            if (!mids.equals(order)) {
                outOfOrder++;
                remarks.add("out of order: " + swapped(mids, order, wrote, timelines.of(person)));
            }
            var others = altered(wrote, timelines.of(person), acknowledged);
            altered += others.size();
            others.forEach(one -> remarks.add("altered at %s: %s".formatted(person, one)));
        }
        var promised = new HashSet<>(acknowledged.messages());
        promised.retainAll(sent);
        var once = new HashSet<>(stored);
        promised.stream()
                .filter(mid -> !once.contains(mid))
                .forEach(mid -> remarks.add("lost: " + mid));
        return new Ledger(
                "messages",
                sent.size(),
                promised.size(),
                once.size(),
                once.size(),
                moreThanOnce(stored).size(),
                missing(promised, once),
                outOfOrder,
                altered,
                0,
                0,
                0,
                0,
                remarks);
    }

    /// {@return the answers that Parley accepted, compared with those that reached people}
    static Ledger ofAnswers(Simulator simulator, Timelines timelines, Collection<String> accepted) {
        var timeline =
                timelines.people().stream()
                        .flatMap(person -> timelines.of(person).stream())
                        .filter(one -> one.path("author").asString().equals("agent"))
                        .toList();
        var stored = texts(timeline);
        var arrived = texts(simulator.sends());
        arrived.retainAll(accepted);
        var there = new HashSet<>(arrived);
        var twice = moreThanOnce(stored);
        twice.addAll(moreThanOnce(arrived));
        var calledSent = texts(withStatus(timeline, ARRIVED));
        var failed = texts(withStatus(timeline, List.of("failed")));
        var unknown = texts(withStatus(timeline, List.of("unknown")));
        return new Ledger(
                "answers",
                accepted.size(),
                accepted.size(),
                new HashSet<>(stored).size(),
                there.size(),
                twice.size(),
                missing(accepted, stored) + missing(calledSent, there),
                0,
                0,
                failed.size(),
                unknown.size(),
                failed.stream().filter(there::contains).count(),
                stored.size() - calledSent.size() - failed.size() - unknown.size(),
                List.of("more than once: " + twice));
    }

    /// {@return the messages that are in another order on the two sides}
    private static List<JsonNode> swapped(
            List<String> said, List<String> stand, List<JsonNode> wrote, List<JsonNode> timeline) {
        var swapped =
                IntStream.range(0, Math.min(said.size(), stand.size()))
                        .filter(place -> !said.get(place).equals(stand.get(place)))
                        .mapToObj(said::get)
                        .collect(Collectors.toSet());
        return Stream.concat(wrote.stream(), timeline.stream())
                .filter(one -> swapped.contains(mid(one)))
                .toList();
    }

    private static List<JsonNode> altered(
            List<JsonNode> wrote, List<JsonNode> timeline, Acknowledged acknowledged) {
        return wrote.stream()
                .filter(said -> said.path("from").asString().equals("person"))
                .filter(said ->
                        timeline.stream()
                                .filter(one -> mid(one).equals(mid(said)))
                                .anyMatch(one -> differs(said, one, acknowledged)))
                .toList();
    }

    /// Events that were not acknowledged, such as a lost edit, cannot be known.
    private static boolean differs(JsonNode said, JsonNode stands, Acknowledged acknowledged) {
        if (acknowledged.unsent(mid(said))) {
            return stands.path("unsentAt").isNull() || !stands.path("text").isNull();
        }
        var edited = acknowledged.edited(mid(said));
        if (edited == null
                && (said.path("edited").asInt() > 0 || said.path("unsent").asBoolean())) {
            return false;
        }
        var text = edited == null ? said.path("text").asString(null) : edited;
        return text != null && !Objects.equals(text, stands.path("text").asString(null));
    }

    private List<Long> figures() {
        return List.of(
                sent,
                acknowledged,
                stored,
                delivered,
                duplicates,
                lost,
                outOfOrder,
                altered,
                failed,
                unknown,
                untrue,
                stuck);
    }

    /// The simulator and the API name it differently.
    private static String mid(JsonNode message) {
        return message.path("mid").asString(message.path("channelMessageId").asString(""));
    }

    private static List<String> mids(List<JsonNode> all, String field, String value) {
        return new ArrayList<>(
                all.stream()
                        .filter(one -> one.path(field).asString().equals(value))
                        .map(Ledger::mid)
                        .toList());
    }

    private static List<String> texts(List<JsonNode> all) {
        return new ArrayList<>(all.stream().map(one -> one.path("text").asString("")).toList());
    }

    private static List<JsonNode> withStatus(List<JsonNode> all, List<String> statuses) {
        return all.stream()
                .filter(one -> statuses.contains(one.path("status").asString()))
                .toList();
    }

    private static Set<String> moreThanOnce(Collection<String> all) {
        Map<String, Long> times = all.stream().collect(groupingBy(one -> one, counting()));
        var twice = new HashSet<>(times.keySet());
        twice.removeIf(one -> times.getOrDefault(one, 0L) < 2);
        return twice;
    }

    private static long missing(Collection<String> expected, Collection<String> there) {
        var known = new HashSet<>(there);
        return expected.stream().filter(one -> !known.contains(one)).count();
    }
}
