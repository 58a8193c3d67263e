package dev.parley.messenger.account;

/// A page with its token that is not saved yet.
///
/// @param checked whether Meta has confirmed that the token belongs to the page
public record PageDraft(String pageId, String name, Secret token, boolean checked) {
    PageDraft unchecked() {
        return new PageDraft(pageId, name, token, false);
    }
}
