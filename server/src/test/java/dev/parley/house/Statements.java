package dev.parley.house;

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
    private static final Pattern ON_THE_WAY =
            Pattern.compile("jetty-\\d+|inbox-writer-\\d+|pump-inbox-\\d+");
    private static final Pattern LOOK_FOR_WORK =
            Pattern.compile("select .* from\\s+envelope\\s.* skip locked", Pattern.DOTALL);

    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private volatile boolean listening;

    DataSource around(DataSource database) {
        return ProxyDataSourceBuilder.create(database).listener(this).build();
    }

    /// {@return the statements for messages that arrived meanwhile} Queries for work that find
    /// nothing are not counted.
    public List<String> during(Runnable meanwhile) {
        heard.clear();
        listening = true;
        meanwhile.run();
        listening = false;
        var kept = new ArrayList<String>();
        heard.stream()
                .collect(groupingBy(Heard::connection, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .filter(said -> !isIdleLook(said))
                .forEach(said -> said.forEach(one -> kept.add(one.sql)));
        return kept;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // only executed statements count
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (listening && ON_THE_WAY.matcher(Thread.currentThread().getName()).matches()) {
            queries.forEach(query ->
                    heard.add(new Heard(execution.getConnectionId(), query.getQuery().strip())));
        }
    }

    private static boolean isIdleLook(List<Heard> said) {
        return said.size() == 1 && LOOK_FOR_WORK.matcher(said.getFirst().sql).lookingAt();
    }

    /// @param connection a new number each time that a connection is taken from the pool
    private record Heard(String connection, String sql) {}
}
