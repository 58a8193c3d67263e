package dev.parley.outbox;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/// Maps endpoints to the two columns `channel` and `endpoint` of the outbox's tables.
final class EndpointColumns {
    private EndpointColumns() {}

    static Endpoint of(ResultSet row) throws SQLException {
        return new Endpoint(new ChannelKind(row.getString("channel")), row.getString("endpoint"));
    }

    /// {@return the values of the first column, in order}
    static String[] channels(Collection<Endpoint> all) {
        return all.stream().map(one -> one.channel().name()).toArray(String[]::new);
    }

    /// {@return the values of the second column, in order}
    static String[] ids(Collection<Endpoint> all) {
        return all.stream().map(Endpoint::id).toArray(String[]::new);
    }
}
