package dev.parley.admin.kit;

import dev.parley.identity.AuditEntry;
import dev.parley.identity.User;
import dev.parley.identity.Users;
import dev.parley.platform.PagedRows;
import dev.parley.platform.language.Texts;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Converts audit entries to texts, with the names of their users.
@Component
public class AuditEntries {
    private final Users users;

    AuditEntries(Users users) {
        this.users = users;
    }

    public AuditView of(Texts t, Listing listing, PagedRows<AuditEntry> found) {
        return of(t, listing, found, List.of(), List.of());
    }

    public AuditView of(
            Texts t,
            Listing listing,
            PagedRows<AuditEntry> found,
            List<User> people,
            List<String> kinds) {
        var who = found.rows().stream().map(AuditEntry::who).filter(Objects::nonNull).distinct();
        var texts = new AuditTexts(t, users.names(who.toList()));
        return new AuditView(
                listing,
                found.rows().stream().map(texts::line).toList(),
                found.all(),
                people.stream()
                        .map(user ->
                                new SelectOption(
                                        user.id().toString(),
                                        user.displayName(),
                                        user.id().toString().equals(listing.filter("who"))))
                        .toList(),
                kinds.stream()
                        .map(kind ->
                                new SelectOption(
                                        kind,
                                        texts.kind(kind),
                                        kind.equals(listing.filter("kind"))))
                        .toList());
    }
}
