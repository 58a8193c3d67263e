package dev.parley.admin.view;

import dev.parley.messenger.setup.PageDraft;
import java.util.List;

/// The last page of the wizard that is filled in: the pages, and all that is about to be saved.
public record NewPagesView(
        AccountForm form, List<PageDraft> pages, PaneView pane, Problems problems, String notice) {
    public NewPagesView {
        pages = List.copyOf(pages);
    }
}
