package dev.parley.admin.view;

import dev.parley.admin.kit.SetUpStep;
import java.util.List;

/// The steps of the set-up, each ticked by its actual state.
public record ChecklistView(List<SetUpStep> steps) {
    public ChecklistView {
        steps = List.copyOf(steps);
    }

    public long done() {
        return steps.stream().filter(SetUpStep::done).count();
    }

    public boolean complete() {
        return done() == steps.size();
    }

    /// {@return the name of the next step; empty if all are done}
    public String next() {
        return steps.stream()
                .filter(step -> !step.done())
                .findFirst()
                .map(SetUpStep::name)
                .orElse("");
    }
}
