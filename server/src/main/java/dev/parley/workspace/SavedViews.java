package dev.parley.workspace;

import static java.util.Objects.requireNonNull;

import dev.parley.identity.Audit;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Ids;
import dev.parley.workspace.SavedViewChange.BadName;
import dev.parley.workspace.SavedViewChange.Conflict;
import dev.parley.workspace.SavedViewChange.Done;
import dev.parley.workspace.SavedViewChange.Full;
import dev.parley.workspace.SavedViewChange.Gone;
import dev.parley.workspace.SavedViewChange.NameTaken;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The saved views of the desk: each user's own, and those that supervisors and administrators
/// share with everybody. What a query contains is not checked here.
@Component
public class SavedViews {
    private final SavedViewRows rows;
    private final Audit audit;
    private final Clock clock;

    SavedViews(SavedViewRows rows, Audit audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return whether this user may share views, and change shared ones}
    public static boolean mayShare(SignedIn me) {
        return me.is(Role.SUPERVISOR) || me.is(Role.ADMINISTRATOR);
    }

    /// {@return whether this user may change it}
    public static boolean mayChange(SavedView view, SignedIn me) {
        return view.shared() ? mayShare(me) : me.userId().equals(view.owner());
    }

    /// {@return those that this user can use, the shared ones first, by name}
    public List<SavedView> of(SignedIn me) {
        return rows.of(me.userId());
    }

    /// {@return it, if it exists and this user can use it}
    public Optional<SavedView> byId(UUID id, SignedIn me) {
        return rows.byId(id).filter(view -> view.shared() || me.userId().equals(view.owner()));
    }

    /// Saves a new one.
    ///
    /// @param shared with everybody; only for users who may share views
    @Transactional
    public SavedViewChange create(SignedIn me, String name, String query, boolean shared) {
        if (shared && !mayShare(me)) {
            return new Gone();
        }
        if (!isName(name)) {
            return new BadName();
        }
        var owner = shared ? null : me.userId();
        var view = new SavedView(Ids.next(), owner, name.strip(), query, 1);
        rows.lock(owner);
        if (rows.count(owner) >= SavedView.MOST) {
            return new Full();
        }
        if (!rows.add(view, me.userId(), clock.instant())) {
            return new NameTaken();
        }
        record(me, "sharedView.created", null, view);
        return new Done(view);
    }

    /// Renames it and replaces its filters.
    ///
    /// @param revision on which the change is based
    @Transactional
    public SavedViewChange change(SignedIn me, UUID id, int revision, String name, String query) {
        if (!isName(name)) {
            return new BadName();
        }
        var found = changeable(me, id);
        if (found.isEmpty()) {
            return new Gone();
        }
        var before = found.get();
        if (before.revision() != revision) {
            return new Conflict(before);
        }
        var after = new SavedView(id, before.owner(), name.strip(), query, revision + 1);
        rows.lock(before.owner());
        if (rows.isTaken(after)) {
            return new NameTaken();
        }
        rows.update(after, me.userId(), clock.instant());
        record(me, "sharedView.changed", before, after);
        return new Done(after);
    }

    /// Deletes it, with the order in which its users sorted it.
    ///
    /// @param revision that the user saw
    @Transactional
    public SavedViewChange delete(SignedIn me, UUID id, int revision) {
        var found = changeable(me, id);
        if (found.isEmpty()) {
            return new Gone();
        }
        if (found.get().revision() != revision) {
            return new Conflict(found.get());
        }
        rows.delete(id);
        record(me, "sharedView.deleted", found.get(), null);
        return new Done(found.get());
    }

    /// A view of its owner alone is not audited.
    private void record(
            SignedIn me, String action, @Nullable SavedView before, @Nullable SavedView after) {
        var view = requireNonNull(after == null ? before : after);
        if (view.shared()) {
            audit.record(
                    me.userId(),
                    action,
                    "sharedView/" + view.id(),
                    before == null ? Map.of() : values(before),
                    after == null ? Map.of() : values(after));
        }
    }

    private static Map<String, String> values(SavedView view) {
        return Map.of("name", view.name(), "filters", view.query());
    }

    private Optional<SavedView> changeable(SignedIn me, UUID id) {
        return rows.hold(id).filter(view -> mayChange(view, me));
    }

    private static boolean isName(String name) {
        var stripped = name.strip();
        return !stripped.isEmpty()
                && stripped.length() <= SavedView.LONGEST_NAME
                && stripped.chars().noneMatch(Character::isISOControl);
    }
}
