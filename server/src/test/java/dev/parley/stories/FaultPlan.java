package dev.parley.stories;

import dev.parley.testing.Simulator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Randomly changing faults on Meta's side and in the connection: the switches of the simulator's
/// panel.
final class FaultPlan implements AutoCloseable {
    private final Simulator simulator;
    private final Random random;
    private final Crowd crowd;
    private final Map<String, Integer> seen = new TreeMap<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

    FaultPlan(Simulator simulator, Crowd crowd, long seed) {
        this.simulator = simulator;
        this.crowd = crowd;
        this.random = new Random(seed);
    }

    void changesEvery(Duration pause) {
        var _ =
                pace.scheduleWithFixedDelay(
                        this::change, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// From now on everything works. {@return the errors while faults were set}
    List<RuntimeException> clearFaults() {
        close();
        release();
        unblockAll();
        simulator.clearFaults();
        return List.copyOf(failures);
    }

    /// How often each fault was set.
    Map<String, Integer> seen() {
        return Map.copyOf(seen);
    }

    private void change() {
        try {
            var fault = Fault.values()[random.nextInt(Fault.values().length)];
            seen.merge(fault.name(), 1, Integer::sum);
            bring(fault);
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    private void bring(Fault fault) {
        switch (fault) {
            case CALM -> simulator.clearFaults();
            case TEMPORARY_ERROR -> error(2, 0);
            case TOO_FAST -> error(613, 0);
            case REFUSAL -> error(100, 2018034);
            case CUT_BEFORE_ACCEPTING -> fault("cut", some(3), Map.of("cut", "before"));
            case CUT_AFTER_ACCEPTING -> fault("cut", some(3), Map.of("cut", "after"));
            case SLOW -> fault("slow", some(4), Map.of("delayMillis", 1000 + random.nextInt(4000)));
            case PROXY_PAGE -> fault("garbage", some(3), Map.of("status", 502, "html", true));
            case DUPLICATES -> fault("duplicate", 5 + some(20), Map.of());
            case WRONG_SIGNATURES -> fault("wrongSignature", some(5), Map.of());
            case LOST_ON_THE_WAY -> fault("drop", some(3), Map.of("only", "messages"));
            case SWAPPED -> fault("reorder", 5 + some(10), Map.of());
            case LATE ->
                    fault("delay", some(10), Map.of("delayMillis", 200 + random.nextInt(3000)));
            case BATCHED -> fault("batch", some(5), Map.of("many", 2 + some(5)));
            case ECHO_FIRST -> fault("echoFirst", some(5), Map.of());
            case IDS_AS_NUMBERS -> fault("idsAsNumbers", some(10), Map.of());
            case UNKNOWN_FIELDS -> fault("unknownFields", some(10), Map.of());
            case EMPTY_ENTRIES -> fault("emptyEntry", some(5), Map.of());
            case BYTE_ORDER_MARKS -> fault("byteOrderMark", some(5), Map.of());
            case BUSY -> fault("usage", some(20), Map.of("percent", 70 + random.nextInt(25)));
            case TOKEN_REFUSED -> fault("tokenInvalid", some(3), Map.of("subcode", 463));
            case PERMISSION_WITHDRAWN -> fault("permissionMissing", some(3), Map.of());
            case DEVELOPMENT_MODE -> error(200, 2018028);
            case SUBSCRIBING_REFUSED -> fault("metadataMissing", some(3), Map.of());
            case RECORD_REFUSED -> fault("historyMissing", some(3), Map.of());
            case SECRET_RESET -> fault("secretReset", some(5), Map.of());
            case WEBHOOKS_OFF -> fault("webhooksOff", some(3), Map.of());
            case CALLBACK_REFUSED -> fault("verifyTokenWrong", some(2), Map.of());
            case CLOCK_ASKEW ->
                    fault("clockAhead", some(5), Map.of("minutes", random.nextInt(60) - 30));
            case UNREACHABLE -> fault("unreachable", some(5), Map.of());
            case TOKEN_ENDS -> fault("tokenEnds", some(3), Map.of("days", random.nextInt(20)));
            case ACCESS_ENDS ->
                    fault("dataAccessEnds", some(3), Map.of("days", random.nextInt(20)));
            case PROOF_ASKED -> fault("proofRequired", some(5), Map.of());
            case NO_PROFILES -> fault("noProfileAccess", some(5), Map.of());
            case HELD_BACK -> simulator.post("/simulator/webhooks/hold", Map.of());
            case RELEASED -> release();
            case BLOCKED -> block(randomPerson(), true);
            case UNBLOCKED -> unblockAll();
        }
    }

    private void error(int code, int subcode) {
        fault("error", some(3), Map.of("error", Map.of("code", code, "subcode", subcode)));
    }

    private void fault(String kind, int times, Map<String, Object> more) {
        var request = new HashMap<>(more);
        request.put("kind", kind);
        request.put("times", times);
        simulator.post("/simulator/faults", request);
    }

    private void release() {
        simulator.post(
                "/simulator/webhooks/release",
                Map.of("order", "shuffled", "times", some(2), "seed", random.nextInt(1000)));
    }

    private void unblockAll() {
        crowd.people().forEach(person -> block(person, false));
    }

    private void block(String person, boolean blocked) {
        simulator.post(
                "/simulator/blocks",
                Map.of("person", person, "page", crowd.page(), "blocked", blocked));
    }

    private String randomPerson() {
        return crowd.people().get(random.nextInt(crowd.people().size()));
    }

    private int some(int most) {
        return 1 + random.nextInt(most);
    }

    @Override
    public void close() {
        pace.close();
    }

    private enum Fault {
        CALM,
        TEMPORARY_ERROR,
        TOO_FAST,
        REFUSAL,
        CUT_BEFORE_ACCEPTING,
        CUT_AFTER_ACCEPTING,
        SLOW,
        PROXY_PAGE,
        DUPLICATES,
        WRONG_SIGNATURES,
        LOST_ON_THE_WAY,
        SWAPPED,
        LATE,
        BATCHED,
        ECHO_FIRST,
        IDS_AS_NUMBERS,
        UNKNOWN_FIELDS,
        EMPTY_ENTRIES,
        BYTE_ORDER_MARKS,
        BUSY,
        TOKEN_REFUSED,
        PERMISSION_WITHDRAWN,
        DEVELOPMENT_MODE,
        SUBSCRIBING_REFUSED,
        RECORD_REFUSED,
        SECRET_RESET,
        WEBHOOKS_OFF,
        CALLBACK_REFUSED,
        CLOCK_ASKEW,
        UNREACHABLE,
        TOKEN_ENDS,
        ACCESS_ENDS,
        PROOF_ASKED,
        NO_PROFILES,
        HELD_BACK,
        RELEASED,
        BLOCKED,
        UNBLOCKED
    }
}
