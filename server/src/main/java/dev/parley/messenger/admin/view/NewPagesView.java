package dev.parley.messenger.admin.view;

import dev.parley.messenger.account.PageDraft;
import dev.parley.platform.web.Problems;
import java.util.List;

/// The last page of the wizard with input: the pages, and everything that is about to be saved.
///
/// @param warning its text; empty for none
public record NewPagesView(
        AccountForm form, List<PageDraft> pages, PaneView pane, Problems problems, String warning) {
    public NewPagesView {
        pages = List.copyOf(pages);
    }
}
