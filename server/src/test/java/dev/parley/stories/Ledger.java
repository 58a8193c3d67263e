package dev.parley.stories;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import dev.parley.house.Simulator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was said on one side compared with what arrived on the other, one line for each direction.
///
/// @param sent how many were said
/// @param acknowledged how many of them were promised to be kept
/// @param stored how many stand in the timelines, each counted once
/// @param delivered how many reached whom they were meant for, each counted once
/// @param duplicates how many stand or arrived more than once
/// @param lost how many do not stand, or did not arrive
/// @param outOfOrder in how many people's timelines they stand in another order
/// @param unsettled how many are not known to have arrived
record Ledger(
        String name,
        long sent,
        long acknowledged,
        long stored,
        long delivered,
        long duplicates,
        long lost,
        long outOfOrder,
        long unsettled) {
    private static final JsonMapper json = JsonMapper.shared();
    private static final List<String> ARRIVED = List.of("sent", "delivered", "read");

    static String table(Ledger... lines) {
        var format = "%-10s %6s %12s %8s %9s %10s %6s %12s %9s%n";
        var table =
                new StringBuilder(
                        format.formatted(
                                "",
                                "sent",
                                "acknowledged",
                                "stored",
                                "delivered",
                                "duplicates",
                                "lost",
                                "out of order",
                                "unsettled"));
        for (var line : lines) {
            table.append(
                    format.formatted(
                            line.name,
                            line.sent,
                            line.acknowledged,
                            line.stored,
                            line.delivered,
                            line.duplicates,
                            line.lost,
                            line.outOfOrder,
                            line.unsettled));
        }
        return table.toString();
    }

    /// {@return what people wrote, beside what stands in Parley's timelines}
    static Ledger ofMessages(Simulator simulator, Timelines timelines) {
        var sent = new ArrayList<String>();
        var stored = new ArrayList<String>();
        var outOfOrder = 0;
        for (var person : timelines.people()) {
            var wrote = ids(simulator.thread(timelines.page(), person), "from", "person");
            var stands = ids(timelines.of(person), "direction", "inbound");
            sent.addAll(wrote);
            stored.addAll(stands);
            outOfOrder += wrote.equals(stands) ? 0 : 1;
        }
        var acknowledged = acknowledged(simulator);
        acknowledged.retainAll(new HashSet<>(sent));
        return new Ledger(
                "messages",
                sent.size(),
                acknowledged.size(),
                new HashSet<>(stored).size(),
                new HashSet<>(stored).size(),
                moreThanOnce(stored),
                missing(sent, stored),
                outOfOrder,
                sent.size() - acknowledged.size());
    }

    /// {@return the answers that Parley accepted, beside what reached people}
    static Ledger ofAnswers(Simulator simulator, Timelines timelines, Collection<String> accepted) {
        var timeline =
                timelines.people().stream()
                        .flatMap(person -> timelines.of(person).stream())
                        .filter(one -> one.path("direction").asString().equals("outbound"))
                        .filter(one -> !one.path("author").asString().equals("system"))
                        .toList();
        var stored = timeline.stream().map(one -> one.path("text").asString("")).toList();
        var arrived = simulator.sends().stream().map(one -> one.path("text").asString("")).toList();
        return new Ledger(
                "answers",
                accepted.size(),
                accepted.size(),
                new HashSet<>(stored).size(),
                new HashSet<>(arrived).size(),
                moreThanOnce(stored) + moreThanOnce(arrived),
                missing(accepted, stored) + missing(accepted, arrived),
                0,
                timeline.stream()
                        .filter(one -> !ARRIVED.contains(one.path("status").asString()))
                        .count());
    }

    /// {@return the mids of which a webhook was answered with 200}
    private static List<String> acknowledged(Simulator simulator) {
        return simulator.webhooks("delivered").stream()
                .map(webhook -> json.readTree(webhook.path("body").asString()))
                .map(body -> body.path("entry").path(0).path("messaging").path(0).path("message"))
                .map(message -> message.path("mid").asString(""))
                .collect(toCollection(ArrayList::new));
    }

    private static List<String> ids(List<JsonNode> all, String field, String value) {
        return all.stream()
                .filter(one -> one.path(field).asString().equals(value))
                .map(one -> one.path("mid").asString())
                .toList();
    }

    private static long moreThanOnce(Collection<String> all) {
        Map<String, Long> times = all.stream().collect(groupingBy(one -> one, counting()));
        return times.values().stream().filter(count -> count > 1).count();
    }

    private static long missing(Collection<String> expected, Collection<String> there) {
        var known = new HashSet<>(there);
        return expected.stream().filter(one -> !known.contains(one)).count();
    }
}
