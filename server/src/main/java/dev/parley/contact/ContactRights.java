package dev.parley.contact;

import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import org.springframework.security.access.AccessDeniedException;

/// Who may do what with contacts: everybody who works at the desk reads and edits them. Only
/// supervisors and administrators delete, import or export them.
public final class ContactRights {
    private ContactRights() {}

    public static boolean mayManage(SignedIn me) {
        return me.is(Role.SUPERVISOR) || me.is(Role.ADMINISTRATOR);
    }

    /// Refuses users who may not delete, import or export contacts.
    ///
    /// @throws AccessDeniedException when this user may not
    public static void mustManage(SignedIn me) {
        if (!mayManage(me)) {
            throw new AccessDeniedException(
                    "User " + me.userId() + " may not delete, import or export contacts");
        }
    }
}
