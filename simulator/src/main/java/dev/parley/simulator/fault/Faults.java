package dev.parley.simulator.fault;

import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Resettable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// All current faults, in the order in which they were set. Each time a counted fault applies, its
/// count decreases, until it is removed.
@Component
public class Faults implements Resettable {
    /// The kind of call to which faults of calls apply by default.
    public static final String SENDS = "sends";

    private final List<Fault> all = new ArrayList<>();
    private long number;

    @Override
    public synchronized void reset() {
        all.clear();
    }

    public synchronized List<Fault> all() {
        return List.copyOf(all);
    }

    public synchronized Fault add(
            @Nullable String page, @Nullable String only, @Nullable Integer left, Effect effect) {
        var fault = new Fault("fault-" + ++number, page, only, left, effect);
        all.add(fault);
        return fault;
    }

    /// {@return whether any fault was removed}
    public synchronized boolean remove(Predicate<Fault> which) {
        return all.removeIf(which);
    }

    /// {@return the fault that applies to this send, if any}
    public Optional<SendFault> hitSend(Page page) {
        return hit(SendFault.class, page, fault -> fault.only() == null || fault.appliesTo(SENDS));
    }

    /// {@return the fault that applies to this other call: only faults that name its kind do}
    public Optional<SendFault> hitCall(String kind, @Nullable Page page) {
        return hit(SendFault.class, page, fault -> kind.equals(fault.only()));
    }

    /// {@return the fault of this kind that applies to this webhook, if any}
    public Optional<WebhookFault> hit(WebhookFault.Kind kind, @Nullable Page page, String field) {
        return hit(
                WebhookFault.class,
                page,
                fault ->
                        fault.appliesTo(field)
                                && fault.effect() instanceof WebhookFault one
                                && one.kind() == kind);
    }

    /// {@return the condition of this kind, if it is set}
    public Optional<Condition> hit(Condition.Kind kind, @Nullable Page page) {
        return hit(
                Condition.class,
                page,
                fault -> fault.effect() instanceof Condition one && one.kind() == kind);
    }

    private synchronized <E extends Effect> Optional<E> hit(
            Class<E> type, @Nullable Page page, Predicate<Fault> which) {
        for (var fault : all) {
            if (type.isInstance(fault.effect()) && fault.appliesTo(page) && which.test(fault)) {
                use(fault);
                return Optional.of(type.cast(fault.effect()));
            }
        }
        return Optional.empty();
    }

    private void use(Fault fault) {
        var rest = fault.usedOnce();
        if (rest.left() != null && rest.left() <= 0) {
            all.remove(fault);
        } else {
            all.set(all.indexOf(fault), rest);
        }
    }
}
