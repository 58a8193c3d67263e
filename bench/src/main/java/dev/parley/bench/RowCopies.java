package dev.parley.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Copies rows by SQL, whatever columns their table has: all of them but those that PostgreSQL
/// fills are copied, some of them with another value.
final class RowCopies {
    private final Database database;

    RowCopies(Database database) {
        this.database = database;
    }

    /// @param which of the rows are copied, as a condition
    /// @param numbers the numbers `n` of the copies, as a query with one column
    /// @param values an expression for each column that changes; it can use `n`
    /// @param times the expression for all other columns with a time, `%s` being the column
    void copy(String table, String which, String numbers, Map<String, String> values, String times)
            throws SQLException {
        var names = new ArrayList<String>();
        var expressions = new ArrayList<String>();
        for (var column : columns(table)) {
            var name = column.substring(0, column.indexOf(' '));
            names.add(name);
            var usual = column.contains("timestamp") ? times.formatted(name) : name;
            expressions.add(values.getOrDefault(name, usual));
        }
        database.execute(
                "insert into %s (%s) select %s from %s cross join (%s) as copies (n) where %s"
                        .formatted(
                                table,
                                String.join(", ", names),
                                String.join(", ", expressions),
                                table,
                                numbers,
                                which));
    }

    private List<String> columns(String table) throws SQLException {
        var columns =
                """
                select string_agg(column_name || ' ' || data_type, ',' order by ordinal_position)
                  from information_schema.columns
                 where table_schema = 'public' and table_name = '%s'
                   and is_identity = 'NO' and is_generated = 'NEVER'
                """
                        .formatted(table);
        return List.of(database.text(columns).split(",", -1));
    }
}
