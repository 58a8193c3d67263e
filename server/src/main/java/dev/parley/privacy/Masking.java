package dev.parley.privacy;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import dev.parley.conversation.Message;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.context.request.RequestContextHolder;

/// Masks texts for everybody who sees them. A changed rule takes effect at the next request on
/// every node: each asks for the number of the last change, and reads the rules only if it is
/// another one.
@Repository
public class Masking {
    private static final String OF_REQUEST = Masking.class.getName();
    private static final String LAST_CHANGE = "select changes from masking_state";

    /// In one statement, so that the rules are those of this number.
    private static final String RULES =
            """
            select s.changes, r.*
              from masking_state s
              left join masking_rule r on r.active
             order by r.created_at, r.id
            """;

    private final JdbcClient jdbc;
    private volatile @Nullable Known known;

    Masking(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the active rules; during a web request always the same}
    public Masks current() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return compared();
        }
        if (request.getAttribute(OF_REQUEST, SCOPE_REQUEST) instanceof Masks masks) {
            return masks;
        }
        var masks = compared();
        request.setAttribute(OF_REQUEST, masks, SCOPE_REQUEST);
        return masks;
    }

    private Masks compared() {
        var last = known;
        if (last != null && last.changes == lastChange()) {
            return last.masks;
        }
        var read = read();
        known = read;
        return read.masks;
    }

    public List<Message> messages(List<Message> messages) {
        return messages.isEmpty() ? messages : current().messages(messages);
    }

    private long lastChange() {
        return jdbc.sql(LAST_CHANGE).query(Long.class).single();
    }

    private Known read() {
        var rows =
                jdbc.sql(RULES)
                        .query((row, _) ->
                                new Row(
                                        row.getLong("changes"),
                                        row.getObject("id") == null ? null : MaskingRows.rule(row)))
                        .list();
        var rules = rows.stream().map(Row::rule).<MaskingRule>mapMulti(Masking::present).toList();
        return new Known(rows.getFirst().changes, Masks.of(rules));
    }

    private static void present(@Nullable MaskingRule rule, Consumer<MaskingRule> rules) {
        if (rule != null) {
            rules.accept(rule);
        }
    }

    private record Row(long changes, @Nullable MaskingRule rule) {}

    private record Known(long changes, Masks masks) {}
}
