package dev.parley.messenger.admin.view;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.Listing;
import dev.parley.messenger.account.AccountLine;
import java.util.List;

/// The list of messaging accounts.
///
/// @param all the total number of accounts, including those that are not shown
/// @param draft the address of an account that the user has begun and not saved; empty for none
/// @param notice its text; empty for none
public record AccountsView(
        Listing listing,
        List<Line> lines,
        long all,
        String draft,
        String draftName,
        String notice) {
    public AccountsView {
        lines = List.copyOf(lines);
    }

    /// One account, and who created and changed it.
    public record Line(AccountLine account, ChangeInfo made) {}
}
