package io.evenhand.support;

import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.SealBrokenException;
import io.evenhand.platform.vault.SealedTable;
import io.evenhand.platform.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in every column of every table, whatever tables there are. */
public final class DatabaseScan {

    private final JdbcClient jdbc;
    private final Optional<Vault> vault;
    private final List<SealedTable> sealed;

    private DatabaseScan(JdbcClient jdbc, Optional<Vault> vault, List<SealedTable> sealed) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.sealed = sealed;
    }

    /** As somebody sees it who has nothing but the database. */
    public static DatabaseScan raw(JdbcClient jdbc) {
        return new DatabaseScan(jdbc, Optional.empty(), List.of());
    }

    /** As the service sees it. */
    public static DatabaseScan opened(JdbcClient jdbc, Vault vault, List<SealedTable> sealed) {
        return new DatabaseScan(jdbc, Optional.of(vault), sealed);
    }

    /** As {@code table.column}, in any case of letters; empty if no row holds it. */
    public Set<String> placesOf(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        Set<String> places = new TreeSet<>();
        for (Column column : columns()) {
            jdbc.sql("select * from \"%s\"".formatted(column.table()))
                    .query(
                            row -> {
                                if (text(column, row).toLowerCase(Locale.ROOT).contains(wanted)) {
                                    places.add(column.table() + "." + column.name());
                                }
                            });
        }
        return places;
    }

    private String text(Column column, ResultSet row) throws SQLException {
        if (column.isBinary()) {
            byte[] bytes = row.getBytes(column.name());
            return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        }
        String stored = row.getString(column.name());
        if (stored == null || vault.isEmpty()) {
            return stored == null ? "" : stored;
        }
        for (SealedTable table : sealed) {
            if (table.name().equals(column.table()) && table.columns().containsKey(column.name())) {
                return opened(vault.get(), table, column, row, stored);
            }
        }
        return stored;
    }

    private static String opened(
            Vault vault, SealedTable table, Column column, ResultSet row, String stored)
            throws SQLException {
        Object[] bound = new Object[table.boundTo().size()];
        for (int i = 0; i < bound.length; i++) {
            bound[i] = row.getObject(table.boundTo().get(i));
        }
        TenantId tenant = new TenantId(row.getString("tenant"));
        try {
            return table.reader().open(vault, table.place(column.name(), tenant, bound), stored);
        } catch (SealBrokenException e) {
            // a row that another test spoiled
            return "";
        }
    }

    private List<Column> columns() {
        return jdbc.sql(
                        """
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = 'public' order by table_name, column_name""")
                .query(
                        (row, number) ->
                                new Column(
                                        row.getString("table_name"),
                                        row.getString("column_name"),
                                        row.getString("data_type")))
                .list();
    }

    private record Column(String table, String name, String type) {

        boolean isBinary() {
            return type.toLowerCase(Locale.ROOT).matches(".*(binary|bytea|blob).*");
        }
    }
}
