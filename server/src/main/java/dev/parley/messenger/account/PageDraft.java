package dev.parley.messenger.account;

/// A page with its token that is not saved yet.
///
/// @param checked whether Meta has said that the token is the page's
public record PageDraft(String pageId, String name, Secret token, boolean checked) {
    PageDraft unchecked() {
        return new PageDraft(pageId, name, token, false);
    }
}
