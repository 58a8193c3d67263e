package dev.parley.engagement.web.view;

import dev.parley.engagement.Library;
import dev.parley.platform.web.PageFrame;

/// Where a library is managed.
public enum Place {
    ADMINISTRATION("/admin/canned-answers", Library.SHARED),
    ACCOUNT("/account/canned-answers", Library.PERSONAL);

    private final String address;
    private final Library library;

    Place(String address, Library library) {
        this.address = address;
        this.library = library;
    }

    /// {@return the place of the requested page}
    public static Place of(PageFrame frame) {
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
