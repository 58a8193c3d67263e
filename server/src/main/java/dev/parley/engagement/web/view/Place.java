package dev.parley.engagement.web.view;

import dev.parley.engagement.Library;
import dev.parley.platform.web.PageFrame;

/// Where a library is managed: the shared one in the administration, an agent's own beside the
/// account.
///
/// @param address of its list
public record Place(String address, Library library) {
    public static final String CANNED_ANSWERS = "/canned-answers";
    public static final String MACROS = "/macros";

    /// {@return where the shared library of this is managed}
    public static Place administration(String what) {
        return new Place("/admin" + what, Library.SHARED);
    }

    /// {@return the place of the requested page}
    public static Place of(PageFrame frame, String what) {
        var account = new Place("/account" + what, Library.PERSONAL);
        return frame.within(account.address) ? account : administration(what);
    }

    public boolean shared() {
        return library == Library.SHARED;
    }
}
