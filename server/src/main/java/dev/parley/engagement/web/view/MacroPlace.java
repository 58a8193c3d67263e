package dev.parley.engagement.web.view;

import dev.parley.engagement.Library;
import dev.parley.platform.web.PageFrame;

/// Where a library of macros is managed.
public enum MacroPlace {
    ADMINISTRATION("/admin/macros", Library.SHARED),
    ACCOUNT("/account/macros", Library.PERSONAL);

    private final String address;
    private final Library library;

    MacroPlace(String address, Library library) {
        this.address = address;
        this.library = library;
    }

    /// {@return the place of the requested page}
    public static MacroPlace of(PageFrame frame) {
        return frame.within(ACCOUNT.address) ? ACCOUNT : ADMINISTRATION;
    }

    /// {@return the address of its list}
    public String address() {
        return address;
    }

    public Library library() {
        return library;
    }

    public boolean shared() {
        return library == Library.SHARED;
    }
}
