package dev.parley.engagement.macro;

import static java.util.stream.Collectors.toSet;

import dev.parley.engagement.Library;
import dev.parley.engagement.macro.MacroChange.Conflict;
import dev.parley.engagement.macro.MacroChange.Done;
import dev.parley.engagement.macro.MacroChange.Flawed;
import dev.parley.engagement.macro.MacroChange.Gone;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedRows;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All macros: for the users who manage them, and for agents who run them.
///
/// Each method that manages them is for the library of one user, and refuses a user who may not
/// manage it. Changes of the shared library are in the audit log.
@Component
public class Macros {
    /// The maximum number of macros in the shared library.
    public static final int MOST_SHARED = 100;

    /// The maximum number of macros of one agent.
    public static final int MOST_PERSONAL = 50;

    private final MacroRows rows;
    private final StepTargetReader targets;
    private final Workstreams workstreams;
    private final MacroAudit audit;
    private final Clock clock;

    Macros(
            MacroRows rows,
            StepTargetReader targets,
            Workstreams workstreams,
            MacroAudit audit,
            Clock clock) {
        this.rows = rows;
        this.targets = targets;
        this.workstreams = workstreams;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return what this agent can run in conversations of this workstream, if their steps are
    /// possible: their own ones first, by title}
    public List<Macro> of(SignedIn me, WorkstreamId workstream) {
        return rows.of(me.userId(), workstream);
    }

    /// {@return this page of the library, with the search in the title}
    public PagedRows<Macro> list(SignedIn me, Library library, PageRequest wanted) {
        return rows.list(library.ownerFor(me), wanted);
    }

    public Optional<Macro> byId(SignedIn me, Library library, MacroId id) {
        return rows.byId(library.ownerFor(me), id);
    }

    @Transactional
    public MacroChange create(SignedIn me, Library library, MacroDraft draft) {
        var owner = library.ownerFor(me);
        rows.lock();
        var id = new MacroId(Ids.next());
        var content = content(library, draft);
        var known = targets.now();
        var flaws = flaws(owner, id, content, known);
        var most = library == Library.SHARED ? MOST_SHARED : MOST_PERSONAL;
        if (flaws.isEmpty() && rows.count(owner) >= most) {
            flaws = List.of(new MacroFlaw.LibraryFull(most));
        }
        if (!flaws.isEmpty()) {
            return new Flawed(flaws);
        }
        rows.add(owner, id, content, me.userId(), clock.instant());
        if (library == Library.SHARED) {
            audit.created(me, id, content, known);
        }
        return new Done(id);
    }

    /// Changes a macro, if it still has this revision.
    @Transactional
    public MacroChange change(
            SignedIn me, Library library, MacroId id, int revision, MacroDraft draft) {
        var owner = library.ownerFor(me);
        rows.lock();
        var held = rows.hold(owner, id);
        if (held.isEmpty()) {
            return new Gone();
        }
        if (held.get().revision() != revision) {
            return new Conflict(held.get());
        }
        var content = content(library, draft);
        var known = targets.now();
        var flaws = flaws(owner, id, content, known);
        if (!flaws.isEmpty()) {
            return new Flawed(flaws);
        }
        rows.update(id, content, me.userId(), clock.instant());
        if (library == Library.SHARED) {
            audit.changed(me, id, held.get().content(), content, known);
        }
        return new Done(id);
    }

    /// Deletes a macro; does nothing if it is deleted already.
    @Transactional
    public void delete(SignedIn me, Library library, MacroId id) {
        var held = rows.hold(library.ownerFor(me), id);
        if (held.isEmpty()) {
            return;
        }
        rows.delete(id);
        if (library == Library.SHARED) {
            audit.deleted(me, id, held.get().content(), targets.now());
        }
    }

    /// {@return what is saved: personal macros are for all workstreams}
    private MacroDraft content(Library library, MacroDraft draft) {
        if (library == Library.PERSONAL) {
            return draft.unrestricted();
        }
        Set<WorkstreamId> existing =
                draft.restricted()
                        ? workstreams.all().stream().map(Workstream::id).collect(toSet())
                        : Set.of();
        return draft.within(existing);
    }

    private List<MacroFlaw> flaws(
            @Nullable UUID owner, MacroId id, MacroDraft content, StepTargets known) {
        var flaws = content.flaws(known);
        return flaws.isEmpty() && rows.titleIsTaken(owner, id, content.title())
                ? List.of(new MacroFlaw.TitleTaken())
                : flaws;
    }
}
