package dev.parley.workstream;

import java.time.Duration;

/// A page set up in a workstream, with what its workstream says.
///
/// @param messageTag whether agents may write from 24 hours to 7 days after the customer's last act
///   (reference F36; off by default)
/// @param customerFiles whether files from customers are taken (reference F35; off by default)
/// @param agentFiles whether agents may send files (reference F35; off by default)
/// @param capacity how many units of an agent's capacity one conversation takes
/// @param closeWaitingAfter when a waiting conversation closes by itself (reference 2.2)
public record ChannelInstance(
        boolean messageTag,
        boolean customerFiles,
        boolean agentFiles,
        int capacity,
        Duration closeWaitingAfter) {
    public Switches switches() {
        return new Switches(messageTag, customerFiles, agentFiles);
    }
}
