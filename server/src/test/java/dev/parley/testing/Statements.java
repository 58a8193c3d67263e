package dev.parley.testing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/// Records the SQL statements for a message: where webhooks arrive, where they are stored, and
/// where they are processed. Statements of other threads are ignored.
public final class Statements implements QueryExecutionListener {
    private static final Pattern MESSAGE_THREADS =
            Pattern.compile("jetty-\\d+|inbox-writer|pump-inbox-\\d+");

    /// A browser's: a webhook signs nobody in.
    private static final String SIGN_IN_CHECK = "select * from user_account where id = ";

    private static final Pattern CLAIM =
            Pattern.compile(
                    "with (recursive|oldest) .* from\\s+waiting_envelope\\s.* skip locked",
                    Pattern.DOTALL);

    private final Queue<Entry> recorded = new ConcurrentLinkedQueue<>();
    private volatile boolean recording;

    DataSource around(DataSource database) {
        return ProxyDataSourceBuilder.create(database).listener(this).build();
    }

    /// {@return the statements for messages that arrived during it} Queries for work that find
    /// nothing are not counted.
    public List<String> during(Runnable action) {
        recorded.clear();
        recording = true;
        action.run();
        recording = false;
        var result = new ArrayList<String>();
        recorded.stream()
                .collect(groupingBy(Entry::connection, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .filter(group -> !isEmptyPoll(group))
                .forEach(group -> group.forEach(one -> result.add(one.sql)));
        return result;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // only executed statements count
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (recording && MESSAGE_THREADS.matcher(Thread.currentThread().getName()).matches()) {
            queries.stream()
                    .map(query -> query.getQuery().strip())
                    .filter(sql -> !sql.startsWith(SIGN_IN_CHECK))
                    .forEach(sql -> recorded.add(new Entry(execution.getConnectionId(), sql)));
        }
    }

    private static boolean isEmptyPoll(List<Entry> group) {
        return group.size() == 1 && CLAIM.matcher(group.getFirst().sql).lookingAt();
    }

    /// @param connection a new number each time that a connection is taken from the pool
    private record Entry(String connection, String sql) {}
}
