package dev.parley.simulator.fault;

import java.util.Set;

/// What stays as it is until it is switched.
///
/// @param tokenExpired the pages whose token no longer holds
public record Switches(
        boolean profileAccess,
        boolean humanAgentApproved,
        boolean developmentMode,
        boolean proofRequired,
        Set<String> tokenExpired) {
    public static final Switches AT_START = new Switches(true, false, false, false, Set.of());

    public Switches {
        tokenExpired = Set.copyOf(tokenExpired);
    }
}
