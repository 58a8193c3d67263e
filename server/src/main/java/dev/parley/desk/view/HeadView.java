package dev.parley.desk.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The header of a conversation: customer, endpoint, state, and possible actions.
///
/// @param tags the names of its tags
/// @param sample whether the customer was made up for the demo
/// @param agentName the assigned agent; null while there is none
/// @param mine whether that is the agent who views it
/// @param mayTake Open → Active by picking it from the list
/// @param mayTakeOver Active or Waiting with another agent → Active
/// @param snoozedUntil when it becomes active again; null when it is not snoozed
/// @param maySnooze Active or Waiting → Waiting until a time
/// @param mayStartAgain Closed → a new conversation that continues it
/// @param mayRunMacros whether it can be tried; which are possible is said in their list
/// @param undo what can still be undone; null for nothing
/// @param mayConsult whether a colleague can be asked for help
/// @param mayPark Active → Waiting, which frees the agent's capacity
public record HeadView(
        UUID conversationId,
        long number,
        String customerName,
        @Nullable String pictureUrl,
        String endpointName,
        List<String> tags,
        boolean sample,
        ConversationState state,
        @Nullable String agentName,
        boolean mine,
        @Nullable Instant snoozedUntil,
        boolean mayTake,
        boolean mayTakeOver,
        boolean mayTransfer,
        boolean mayConsult,
        boolean mayPark,
        boolean maySnooze,
        boolean mayResume,
        boolean mayEnd,
        boolean mayClose,
        boolean mayStartAgain,
        boolean mayRunMacros,
        @Nullable UndoView undo,
        HeadPrivacy privacy,
        HeadTimeOut timeOut) {
    public HeadView {
        tags = List.copyOf(tags);
    }
}
