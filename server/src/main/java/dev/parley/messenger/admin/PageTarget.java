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
    /// {@return what is typed in the pane}
    AccountDraft draft();

    AppKeys app();

    /// {@return Meta's ids of the pages that are in the list already}
    Set<String> here();

    /// {@return the address that the forms of the pane go below}
    String forms();

    /// {@return the address of the list}
    String list();

    void keep(AccountDraft draft);

    /// Adds pages that were found good.
    ///
    /// @param draft as it was kept last
    /// @param way in which they were chosen, `add` or `pick`
    Answer add(AccountDraft draft, List<PageDraft> pages, String way);

    /// {@return the list with this pane over it}
    Answer showAgain(PaneView pane);
}
