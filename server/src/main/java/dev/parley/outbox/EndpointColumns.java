package dev.parley.outbox;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/// How endpoints stand in the outbox's tables: in the two columns `channel` and `endpoint`.
final class EndpointColumns {
    private EndpointColumns() {}

    static Endpoint of(ResultSet row) throws SQLException {
        return new Endpoint(new ChannelKind(row.getString("channel")), row.getString("endpoint"));
    }

    /// {@return the first column of each, in order}
    static String[] channels(Collection<Endpoint> all) {
        return all.stream().map(one -> one.channel().name()).toArray(String[]::new);
    }

    /// {@return the second column of each, in order}
    static String[] ids(Collection<Endpoint> all) {
        return all.stream().map(Endpoint::id).toArray(String[]::new);
    }
}
