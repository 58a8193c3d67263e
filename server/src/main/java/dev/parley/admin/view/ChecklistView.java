package dev.parley.admin.view;

import dev.parley.admin.kit.SetUpStep;
import java.util.List;

/// What it takes until customers are answered, each ticked by what is really true.
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

    /// {@return the name of what is to be done next; empty when nothing is}
    public String next() {
        return steps.stream()
                .filter(step -> !step.done())
                .findFirst()
                .map(SetUpStep::name)
                .orElse("");
    }
}
