package dev.parley.simulator.fault;

import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Resettable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Everything that is set to go wrong now, in the order in which it was set. Counted faults are
/// used up by what they hit.
@Component
public class Faults implements Resettable {
    /// What faults of calls hit unless they name something else.
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

    /// {@return whether there was any such}
    public synchronized boolean remove(Predicate<Fault> which) {
        return all.removeIf(which);
    }

    /// {@return what hits this send, if anything}
    public Optional<SendFault> hitSend(Page page) {
        return hit(SendFault.class, page, fault -> fault.only() == null || fault.concerns(SENDS));
    }

    /// {@return what hits this other call: calls are hit only by faults that name them}
    public Optional<SendFault> hitCall(String kind, @Nullable Page page) {
        return hit(SendFault.class, page, fault -> kind.equals(fault.only()));
    }

    /// {@return the fault, if one of this kind hits this webhook}
    public Optional<WebhookFault> hit(WebhookFault.Kind kind, @Nullable Page page, String field) {
        return hit(
                WebhookFault.class,
                page,
                fault ->
                        fault.concerns(field)
                                && fault.effect() instanceof WebhookFault one
                                && one.kind() == kind);
    }

    /// {@return the state of the app in this respect, if it is not the default}
    public Optional<Condition> hit(Condition.Kind kind, @Nullable Page page) {
        return hit(
                Condition.class,
                page,
                fault -> fault.effect() instanceof Condition one && one.kind() == kind);
    }

    private synchronized <E extends Effect> Optional<E> hit(
            Class<E> type, @Nullable Page page, Predicate<Fault> which) {
        for (var fault : all) {
            if (type.isInstance(fault.effect()) && fault.concerns(page) && which.test(fault)) {
                use(fault);
                return Optional.of(type.cast(fault.effect()));
            }
        }
        return Optional.empty();
    }

    private void use(Fault fault) {
        var rest = fault.oneLess();
        if (rest.left() != null && rest.left() <= 0) {
            all.remove(fault);
        } else {
            all.set(all.indexOf(fault), rest);
        }
    }
}
