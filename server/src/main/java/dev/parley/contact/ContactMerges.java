package dev.parley.contact;

import dev.parley.contact.ContactInput.Field;
import dev.parley.contact.MergeChange.Changed;
import dev.parley.contact.MergeChange.Done;
import dev.parley.contact.MergeChange.Gone;
import dev.parley.contact.MergeChange.TooMuch;
import dev.parley.identity.Audit;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Merges contacts, and companies, and undoes merges: for 30 days, the last one into a contact
/// first. Everybody who edits contacts may, because it can be undone.
@Component
public class ContactMerges {
    /// How long a merge can be undone.
    public static final Duration UNDO_FOR = Duration.ofDays(30);

    private final ContactMergeRows rows;
    private final Contacts contacts;
    private final ContactLinks links;
    private final Audit audit;
    private final Clock clock;

    ContactMerges(
            ContactMergeRows rows,
            Contacts contacts,
            ContactLinks links,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.contacts = contacts;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return the contact with this id, or the one that it was merged into}
    public Optional<Contact> now(ContactId id) {
        return contacts.byId(id).or(() -> rows.now(id).flatMap(contacts::byId));
    }

    /// {@return this contact as it was when it was merged; empty if that is forgotten}
    public Optional<Contact> before(ContactId other) {
        return rows.before(other);
    }

    /// {@return what is chosen at first: what the contact that stays has, unless it has nothing, or
    /// only the name in its profile while somebody named the other one}
    public MergeChoices suggested(MergePlan plan) {
        var copied = rows.withCopiedName(plan);
        var isOthersBetter =
                plan.kept().name() == null
                        || (copied.contains(plan.kept().id())
                                && !copied.contains(plan.other().id()));
        return new MergeChoices(
                isOthersBetter && plan.other().name() != null,
                plan.kept().company() == null,
                plan.kept().fields().differences(plan.other().fields()).stream()
                        .filter(key -> plan.kept().fields().of(key).isEmpty())
                        .collect(Collectors.toSet()));
    }

    /// Merges one contact into another. Customers who are linked to it, and people who work for it,
    /// are linked to the one that stays. Idempotent.
    @Transactional
    public MergeChange merge(MergeRequest asked, SignedIn me) {
        contacts.lockCompanies();
        rows.lock(asked.kept(), asked.other());
        var kept = contacts.byId(asked.kept());
        var other = contacts.byId(asked.other());
        if (kept.isPresent() && rows.isMerged(asked.other(), asked.kept())) {
            return new Done();
        }
        if (kept.isEmpty() || other.isEmpty() || !MergePlan.fits(kept.get(), other.get())) {
            return new Gone();
        }
        if (kept.get().revision() != asked.keptRevision()
                || other.get().revision() != asked.otherRevision()) {
            return new Changed();
        }
        var plan = new MergePlan(kept.get(), other.get());
        if (!plan.tooMuch().isEmpty()) {
            return new TooMuch(plan.tooMuch());
        }
        rows.merge(plan, asked.choices(), me.userId(), clock.instant());
        links.publishChanges(asked.kept());
        record(me, "customer.merged", kept.get().number(), other.get().number());
        return new Done();
    }

    /// Undoes the last merge into this contact, if it is that one. What was linked to the contact
    /// since stays with it, as do its fields that were changed since.
    ///
    /// @param revision of the contact as the user saw it
    @Transactional
    public MergeChange undo(ContactId id, ContactId other, int revision, SignedIn me) {
        contacts.lockCompanies();
        rows.lock(id, other);
        var kept = contacts.byId(id);
        var last = last(id).filter(merge -> merge.other().equals(other));
        if (kept.isEmpty() || last.isEmpty()) {
            return new Gone();
        }
        if (kept.get().revision() != revision) {
            return new Changed();
        }
        links.publishChanges(id);
        var undo = rows.undoing(last.get(), kept.get());
        rows.undo(other, undo, me.userId(), clock.instant());
        record(me, "customer.mergeUndone", kept.get().number(), last.get().number());
        return new Done();
    }

    /// {@return the merge into this contact that can be undone}
    public Optional<Merged> undoable(Contact contact) {
        return last(contact.id()).map(last -> merged(last, rows.undoing(last, contact)));
    }

    private static Merged merged(ContactMergeRows.Last last, MergeUndo undo) {
        return new Merged(
                last.other(),
                last.name(),
                last.number(),
                undo.changedSince(),
                undo.addedChangedSince(),
                last.at(),
                last.by());
    }

    private Optional<ContactMergeRows.Last> last(ContactId id) {
        return rows.last(id, clock.instant().minus(UNDO_FOR));
    }

    /// Forgets what cannot be undone any more. {@return whether there was any}
    boolean forgetOld() {
        return rows.forget(clock.instant().minus(UNDO_FOR));
    }

    private void record(SignedIn me, String action, long kept, long other) {
        audit.record(
                me.userId(), action, "customer/" + kept, Map.of(), Map.of("mergedNumber", other));
    }

    /// A merge.
    ///
    /// @param other the contact that was merged
    /// @param name of that contact; null if it was erased
    /// @param number of that contact
    /// @param changedSince the fields of the one that stayed that undoing it leaves as they are
    /// @param addedChangedSince likewise the keys of the fields that the company added
    public record Merged(
            ContactId other,
            @Nullable String name,
            long number,
            Set<Field> changedSince,
            Set<String> addedChangedSince,
            Instant at,
            UserId by) {
        public Merged {
            changedSince = Set.copyOf(changedSince);
            addedChangedSince = Set.copyOf(addedChangedSince);
        }
    }
}
