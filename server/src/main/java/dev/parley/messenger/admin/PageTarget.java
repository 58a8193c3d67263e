package dev.parley.messenger.admin;

import dev.parley.messenger.account.AccountDraft;
import dev.parley.messenger.account.PageDraft;
import dev.parley.messenger.admin.view.PaneView;
import dev.parley.messenger.graph.AppKeys;
import dev.parley.platform.web.Answer;
import java.util.List;
import java.util.Set;

/// What pages are added to: an account, or the draft of one.
interface PageTarget {
    /// {@return the input in the pane}
    AccountDraft draft();

    AppKeys app();

    /// {@return Meta's ids of the pages that are already in the list}
    Set<String> here();

    /// {@return the base address of the forms of the pane}
    String forms();

    /// {@return the address of the list}
    String list();

    void keep(AccountDraft draft);

    /// Adds pages that passed the check.
    ///
    /// @param draft as it was stored last
    /// @param way in which they were chosen, `add` or `pick`
    Answer add(AccountDraft draft, List<PageDraft> pages, String way);

    /// {@return the list with this pane over it}
    Answer showAgain(PaneView pane);
}
