package dev.parley.simulator.fault;

/// The same fault for so many sends.
public record PlannedFaults(int next, SendFault fault) {
    PlannedFaults oneLess() {
        return new PlannedFaults(next - 1, fault);
    }
}
