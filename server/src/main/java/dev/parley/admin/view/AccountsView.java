package dev.parley.admin.view;

import dev.parley.messenger.setup.MessagingAccount;
import java.util.List;

/// The list of messaging accounts.
///
/// @param notice in words; empty for none
public record AccountsView(List<Line> lines, String notice) {
    public AccountsView {
        lines = List.copyOf(lines);
    }

    /// One account with the number of its pages.
    public record Line(MessagingAccount account, int pages) {}
}
