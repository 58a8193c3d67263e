package dev.parley.engagement;

import static dev.parley.platform.Columns.utc;
import static java.util.stream.Collectors.toSet;

import dev.parley.engagement.CannedAnswerChange.Conflict;
import dev.parley.engagement.CannedAnswerChange.Done;
import dev.parley.engagement.CannedAnswerChange.Flawed;
import dev.parley.engagement.CannedAnswerChange.Gone;
import dev.parley.identity.Audit;
import dev.parley.identity.SignedIn;
import dev.parley.platform.FoldedText;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All canned answers, in PostgreSQL, for the users who manage them. What agents find at the desk
/// is in [CannedAnswerSearch].
///
/// Each method is for the library of one user, and refuses a user who may not manage it. Changes of
/// the shared library are in the audit log.
@Repository
public class CannedAnswers {
    private static final PagedList LISTED =
            new PagedList(
                    """
                    select * from canned_answer
                     where owner_id is not distinct from :owner
                       and strpos(folded_title || ' ' || array_to_string(folded_tags, ' ')
                                  || ' ' || folded_text, :search) > 0
                    """,
                    Map.of(
                            "title", "folded_title",
                            "language", "language",
                            "created", "created_at",
                            "changed", "changed_at"),
                    "title");

    private static final String ALL =
            """
            select * from canned_answer
             where owner_id is not distinct from :owner
             order by folded_title, language, id
            """;

    private static final String BY_ID =
            """
            select * from canned_answer
             where id = :id and owner_id is not distinct from :owner
            """;

    private static final String INSERT =
            """
            insert into canned_answer (id, owner_id, title, language, text, tags, restricted,
                                       workstreams, folded_title, folded_tags, folded_text,
                                       created_at, created_by, changed_at, changed_by)
            values (:id, :owner, :title, :language, :text, :tags, :restricted, :workstreams,
                    :foldedTitle, :foldedTags, :foldedText, :now, :by, :now, :by)
            """;

    private static final String UPDATE =
            """
            update canned_answer
               set title = :title, language = :language, text = :text, tags = :tags,
                   restricted = :restricted, workstreams = :workstreams,
                   folded_title = :foldedTitle, folded_tags = :foldedTags,
                   folded_text = :foldedText, changed_at = :now, changed_by = :by,
                   revision = revision + 1
             where id = :id
            """;

    private static final String TITLE_IS_TAKEN =
            """
            select exists (select 1 from canned_answer
                            where owner_id is not distinct from :owner and id <> :except
                              and folded_title = :title and language = :language)
            """;

    private final JdbcClient jdbc;
    private final Workstreams workstreams;
    private final Audit audit;
    private final Clock clock;

    CannedAnswers(JdbcClient jdbc, Workstreams workstreams, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.workstreams = workstreams;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return this page of the library, with the search in title, tags and text}
    public PagedRows<CannedAnswer> list(SignedIn me, Library library, PageRequest wanted) {
        var owner = new HashMap<String, @Nullable Object>();
        owner.put("owner", library.ownerFor(me));
        return LISTED.part(jdbc, wanted.folded(), owner, (row, _) -> CannedAnswerRows.answer(row));
    }

    /// {@return the whole library by title}
    public List<CannedAnswer> all(SignedIn me, Library library) {
        return jdbc.sql(ALL)
                .param("owner", library.ownerFor(me))
                .query((row, _) -> CannedAnswerRows.answer(row))
                .list();
    }

    public Optional<CannedAnswer> byId(SignedIn me, Library library, CannedAnswerId id) {
        return read(BY_ID, library.ownerFor(me), id);
    }

    @Transactional
    public CannedAnswerChange create(SignedIn me, Library library, CannedAnswerDraft draft) {
        var owner = library.ownerFor(me);
        lock();
        var id = new CannedAnswerId(Ids.next());
        var content = content(library, draft);
        var flaws = flaws(owner, id, content);
        if (flaws.isEmpty() && count(owner) >= library.most()) {
            flaws = List.of(new CannedAnswerFlaw.LibraryFull(library.most()));
        }
        if (!flaws.isEmpty()) {
            return new Flawed(flaws);
        }
        save(INSERT, id, content, me).param("owner", owner).update();
        if (library == Library.SHARED) {
            audit.record(
                    me.userId(),
                    "cannedAnswer.created",
                    "cannedAnswer/" + id,
                    Map.of(),
                    auditFields(content));
        }
        return new Done(id);
    }

    /// Changes an answer, if it still has this revision.
    @Transactional
    public CannedAnswerChange change(
            SignedIn me,
            Library library,
            CannedAnswerId id,
            int revision,
            CannedAnswerDraft draft) {
        var owner = library.ownerFor(me);
        lock();
        var held = read(BY_ID + " for update", owner, id);
        if (held.isEmpty()) {
            return new Gone();
        }
        if (held.get().revision() != revision) {
            return new Conflict(held.get());
        }
        var content = content(library, draft);
        var flaws = flaws(owner, id, content);
        if (!flaws.isEmpty()) {
            return new Flawed(flaws);
        }
        save(UPDATE, id, content, me).update();
        if (library == Library.SHARED) {
            audit.record(
                    me.userId(),
                    "cannedAnswer.changed",
                    "cannedAnswer/" + id,
                    auditFields(held.get().content()),
                    auditFields(content));
        }
        return new Done(id);
    }

    /// Deletes an answer; does nothing if it is deleted already.
    @Transactional
    public void delete(SignedIn me, Library library, CannedAnswerId id) {
        var held = read(BY_ID + " for update", library.ownerFor(me), id);
        if (held.isEmpty()) {
            return;
        }
        jdbc.sql("delete from canned_answer where id = :id").param("id", id.value()).update();
        if (library == Library.SHARED) {
            audit.record(
                    me.userId(),
                    "cannedAnswer.deleted",
                    "cannedAnswer/" + id,
                    auditFields(held.get().content()),
                    Map.of());
        }
    }

    /// Locks titles and numbers, or two users could save the same title concurrently.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parley.canned_answer'))")
                .query((_, _) -> 1)
                .single();
    }

    int count(@Nullable UUID owner) {
        return jdbc.sql(
                        "select count(*) from canned_answer where owner_id is not distinct from :owner")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /// {@return what is saved: personal answers are for all workstreams}
    private CannedAnswerDraft content(Library library, CannedAnswerDraft draft) {
        if (library == Library.PERSONAL) {
            return draft.unrestricted();
        }
        Set<WorkstreamId> existing =
                draft.restricted()
                        ? workstreams.all().stream().map(Workstream::id).collect(toSet())
                        : Set.of();
        return draft.within(existing);
    }

    private List<CannedAnswerFlaw> flaws(
            @Nullable UUID owner, CannedAnswerId id, CannedAnswerDraft content) {
        var flaws = content.flaws();
        return flaws.isEmpty() && titleIsTaken(owner, id, content)
                ? List.of(new CannedAnswerFlaw.TitleTaken())
                : flaws;
    }

    private boolean titleIsTaken(
            @Nullable UUID owner, CannedAnswerId except, CannedAnswerDraft content) {
        return jdbc.sql(TITLE_IS_TAKEN)
                .param("owner", owner)
                .param("except", except.value())
                .param("title", FoldedText.of(content.title()))
                .param("language", content.language())
                .query(Boolean.class)
                .single();
    }

    private Optional<CannedAnswer> read(String sql, @Nullable UUID owner, CannedAnswerId id) {
        return jdbc.sql(sql)
                .param("owner", owner)
                .param("id", id.value())
                .query((row, _) -> CannedAnswerRows.answer(row))
                .optional();
    }

    private JdbcClient.StatementSpec save(
            String sql, CannedAnswerId id, CannedAnswerDraft content, SignedIn me) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("title", content.title())
                .param("language", content.language())
                .param("text", content.text())
                .param("tags", content.tags().toArray(String[]::new))
                .param("restricted", content.restricted())
                .param(
                        "workstreams",
                        content.workstreams().stream()
                                .map(WorkstreamId::value)
                                .toArray(UUID[]::new))
                .param("foldedTitle", FoldedText.of(content.title()))
                .param("foldedTags", content.foldedTags().toArray(String[]::new))
                .param("foldedText", FoldedText.of(content.text()))
                .param("now", utc(clock.instant()))
                .param("by", me.userId().value());
    }

    /// The fields of an answer in the audit log.
    private Map<String, Object> auditFields(CannedAnswerDraft content) {
        var fields = new HashMap<String, Object>();
        fields.put("name", content.title());
        fields.put("language", content.language());
        fields.put("text", content.text());
        fields.put("tags", content.tags());
        if (content.restricted()) {
            fields.put("workstreams", namesOf(content.workstreams()));
        }
        return fields;
    }

    private List<String> namesOf(Set<WorkstreamId> ids) {
        return workstreams.all().stream()
                .filter(one -> ids.contains(one.id()))
                .map(Workstream::name)
                .toList();
    }
}
