package io.evenhand.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in every column of every table, whatever tables there are. */
public final class DatabaseScan {

    private final JdbcClient jdbc;

    public DatabaseScan(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As {@code table.column}, in any case of letters; empty if no row holds it. */
    public List<String> placesOf(String words) {
        List<String> places = new ArrayList<>();
        for (Column column : columns()) {
            int rows =
                    jdbc.sql(
                                    "select count(*) from %s where lower(cast(%s as text)) like :words"
                                            .formatted(column.table(), column.name()))
                            .param("words", "%" + words.toLowerCase(Locale.ROOT) + "%")
                            .query(Integer.class)
                            .single();
            if (rows > 0) {
                places.add(column.table() + "." + column.name());
            }
        }
        return places;
    }

    private List<Column> columns() {
        return jdbc.sql(
                        """
                        select table_name, column_name from information_schema.columns
                        where table_schema = 'public' order by table_name, column_name""")
                .query(
                        (row, number) ->
                                new Column(
                                        quoted(row.getString("table_name")),
                                        quoted(row.getString("column_name"))))
                .list();
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private record Column(String table, String name) {}
}
