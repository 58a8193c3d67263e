package dev.parley.desk.view;

import dev.parley.desk.view.TransferView.AgentTarget;
import java.util.List;
import java.util.UUID;

/// Which colleagues can be consulted in a conversation.
///
/// @param agents those at an open desk who are neither in it nor asked
public record ConsultView(UUID conversationId, String customerName, List<AgentTarget> agents) {
    public ConsultView {
        agents = List.copyOf(agents);
    }
}
