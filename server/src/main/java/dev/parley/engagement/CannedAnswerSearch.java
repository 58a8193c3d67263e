package dev.parley.engagement;

import static dev.parley.platform.Columns.utc;

import dev.parley.identity.SignedIn;
import dev.parley.platform.StorableText;
import dev.parley.workstream.WorkstreamId;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds canned answers for an agent in a conversation: shared ones of its workstream, and the
/// agent's own.
@Repository
public class CannedAnswerSearch {
    /// The maximum number of answers that are found.
    public static final int MOST = 50;

    /// A library is small, and no index helps to find a part of a word.
    private static final String FIND =
            """
            select a.*
              from canned_answer a
              left join canned_answer_use u on u.answer_id = a.id and u.user_id = :me
             where (a.owner_id = :me or (a.owner_id is null and not :personal))
               and (not a.restricted or :workstream = any (a.workstreams))
               and not exists (
                   select 1 from unnest(:words::text[]) word
                    where strpos(a.folded_title, word) = 0 and strpos(a.folded_text, word) = 0
                      and not exists (select 1 from unnest(a.folded_tags) tag
                                       where strpos(tag, word) > 0))
               and not exists (
                   select 1 from unnest(:tags::text[]) wanted
                    where not exists (select 1 from unnest(a.folded_tags) tag
                                       where starts_with(tag, wanted)))
             order by case when a.language = :language then 0
                           when split_part(a.language, '-', 1) = split_part(:language, '-', 1) then 1
                           else 2 end,
                      u.used_at desc nulls last,
                      (select count(*) from unnest(:words::text[]) word
                        where strpos(a.folded_title, word) > 0) desc,
                      a.folded_title, a.id
             limit :most
            """;

    private static final String USED =
            """
            insert into canned_answer_use (user_id, answer_id, used_at)
            select :me, id, :now from canned_answer
             where id = :id and (owner_id is null or owner_id = :me)
            on conflict (user_id, answer_id) do update set used_at = excluded.used_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CannedAnswerSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// {@return what matches: first the answers in this language, the most recently used first}
    ///
    /// @param language of the conversation's endpoint, as a tag
    /// @param typed words and `#tags`, ignoring case and width; empty for everything
    /// @param personal whether only the agent's own answers are wanted
    public Found find(
            SignedIn me, WorkstreamId workstream, String language, String typed, boolean personal) {
        var terms = CannedAnswerQuery.in(StorableText.clean(typed));
        var found =
                jdbc.sql(FIND)
                        .param("me", me.userId().value())
                        .param("personal", personal)
                        .param("workstream", workstream.value())
                        .param("language", language)
                        .param("words", terms.words().toArray(String[]::new))
                        .param("tags", terms.tags().toArray(String[]::new))
                        .param("most", MOST + 1)
                        .query((row, _) -> CannedAnswerRows.answer(row))
                        .list();
        return new Found(found.subList(0, Math.min(MOST, found.size())), found.size() > MOST);
    }

    /// Records that this agent inserted the answer. Does nothing if there is no such answer.
    public void recordUse(SignedIn me, CannedAnswerId id) {
        jdbc.sql(USED)
                .param("me", me.userId().value())
                .param("id", id.value())
                .param("now", utc(clock.instant()))
                .update();
    }

    /// The result of a search.
    ///
    /// @param more whether there are others
    public record Found(List<CannedAnswer> answers, boolean more) {
        public Found {
            answers = List.copyOf(answers);
        }
    }
}
