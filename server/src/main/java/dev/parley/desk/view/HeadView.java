package dev.parley.desk.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The line above a conversation: who, where, in which state, and what can be done with it.
///
/// @param agentName who has it; null while nobody has
/// @param mine whether that is the agent who looks
/// @param mayTake Open → Active by picking it from the list
/// @param undo what may still be taken back; null for nothing
/// @param mayPark Active → Waiting, which frees the agent's capacity
public record HeadView(
        UUID conversationId,
        long number,
        String customerName,
        @Nullable String pictureUrl,
        String endpointName,
        State state,
        @Nullable String agentName,
        boolean mine,
        boolean mayTake,
        boolean mayPark,
        boolean mayResume,
        boolean mayEnd,
        boolean mayClose,
        @Nullable UndoView undo) {
    /// {@return whether there is anything for the menu of what is seldom done}
    public boolean mayMore() {
        return mayPark || mayEnd || mayClose;
    }
}
