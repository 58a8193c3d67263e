package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The conversations that the user has open as tabs.
///
/// @param selected the open conversation
/// @param most how many tabs there can be
public record TabsView(@Nullable UUID selected, List<TabView> tabs, int most) {
    public TabsView {
        tabs = List.copyOf(tabs);
    }

    /// {@return whether the open conversation has no tab, because all tabs have drafts}
    public boolean full() {
        return selected != null
                && tabs.size() >= most
                && tabs.stream().noneMatch(tab -> tab.conversationId().equals(selected));
    }

    /// {@return the number of unread messages in the tabs that are not shown}
    public int unreadElsewhere() {
        return tabs.stream()
                .filter(tab -> !tab.conversationId().equals(selected))
                .mapToInt(TabView::unread)
                .sum();
    }

    /// {@return the tab of the open conversation}
    public @Nullable TabView shown() {
        return tabs.stream()
                .filter(tab -> tab.conversationId().equals(selected))
                .findFirst()
                .orElse(null);
    }

    /// {@return a number as a badge shows it}
    public static String badge(int number) {
        return number > 9 ? "9+" : String.valueOf(number);
    }

    /// One tab.
    ///
    /// @param preview the last message, on one line
    /// @param previewOurs whether the user wrote that
    /// @param unread how many messages the user has not read in a conversation of theirs
    /// @param drafted whether the user has typed a reply and not sent it
    public record TabView(
            UUID conversationId,
            String customerName,
            String preview,
            boolean previewOurs,
            int unread,
            boolean drafted) {}
}
