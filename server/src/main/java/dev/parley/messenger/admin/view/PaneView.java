package dev.parley.messenger.admin.view;

import dev.parley.messenger.account.PageEntry;
import dev.parley.messenger.account.Secret;
import dev.parley.platform.web.Problems;
import java.util.List;

/// The pane *Add Facebook page*, in one of its two modes.
///
/// @param address the base address of its forms
/// @param close the address of the screen without the pane
/// @param way `add` for typing one page, `pick` for choosing from a user token's; empty if closed
/// @param tokenTail empty until a token is typed
/// @param unchecked whether the page may be added although Meta did not answer
/// @param correction the page that the token belongs to, as text; empty for none
/// @param picks empty until they were searched for
public record PaneView(
        String address,
        String close,
        String way,
        String name,
        String pageId,
        String tokenTail,
        boolean unchecked,
        String correction,
        List<Pick> picks,
        Problems problems) {
    public PaneView {
        picks = List.copyOf(picks);
    }

    /// {@return the pane without problems}
    public static PaneView of(
            String address, String close, String way, PageEntry entry, List<Pick> picks) {
        return new PaneView(
                address,
                close,
                way,
                entry.name(),
                entry.pageId(),
                entry.token().map(Secret::tail).map(tail -> "•••• " + tail).orElse(""),
                false,
                "",
                picks,
                Problems.NONE);
    }

    /// {@return the same pane with these problems}
    public PaneView with(Problems found, boolean mayBeUnchecked, String corrected) {
        return new PaneView(
                address,
                close,
                way,
                name,
                pageId,
                tokenTail,
                mayBeUnchecked,
                corrected,
                picks,
                found);
    }

    /// A page that can be chosen.
    ///
    /// @param unavailable why it cannot be chosen, as text; empty if it can
    public record Pick(String pageId, String name, String unavailable) {}
}
