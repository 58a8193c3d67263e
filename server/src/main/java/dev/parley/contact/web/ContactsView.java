package dev.parley.contact.web;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SelectOption;
import dev.parley.contact.Contact;
import java.util.List;

/// The list of contacts and companies.
///
/// @param all how many were found
/// @param mayManage whether this user may import and export
/// @param notice a message; empty for none
public record ContactsView(
        Listing listing,
        List<Line> lines,
        long all,
        List<SelectOption> kinds,
        boolean mayManage,
        String notice) {
    public ContactsView {
        lines = List.copyOf(lines);
        kinds = List.copyOf(kinds);
    }

    /// One contact.
    ///
    /// @param name the displayed name
    public record Line(Contact contact, String name, ChangeInfo made) {}
}
