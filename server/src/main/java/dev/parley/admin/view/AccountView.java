package dev.parley.admin.view;

import dev.parley.messenger.setup.MessagingAccount;
import java.util.List;

/// The page of one account.
///
/// @param callbackUrl whole, as Meta must call it
/// @param reachable whether Meta can call such an address at all
/// @param name as typed, or as it is
/// @param notice in words; empty for none
public record AccountView(
        MessagingAccount account,
        List<PageLine> pages,
        String callbackUrl,
        boolean reachable,
        String name,
        PageForm page,
        Problems problems,
        String notice) {
    public AccountView {
        pages = List.copyOf(pages);
    }
}
