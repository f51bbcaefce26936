package io.evenhand.platform.vault;

import io.evenhand.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Goes through tables with sealed columns and seals anew what is not under the current key. */
@Repository
class SealedRows {

    private final JdbcClient jdbc;
    private final Vault vault;

    SealedRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * Looks at so many rows, in the order of the primary key.
     *
     * @param after the key of the last row that was looked at; empty to begin
     */
    Page page(SealedTable table, List<Object> after, int most) {
        List<Row> rows =
                jdbc.sql(select(table, after.isEmpty()))
                        .params(numbered("k", after))
                        .param("most", most)
                        .query((row, number) -> row(table, row))
                        .list();
        Resealed all = rows.stream().map(this::resealed).reduce(Resealed.NOTHING, Resealed::plus);
        return new Page(
                all, rows.size() < most ? Optional.empty() : Optional.of(rows.getLast().key()));
    }

    private static String select(SealedTable table, boolean first) {
        String key = String.join(", ", key(table));
        String columns =
                Stream.of(key(table), table.boundTo(), table.columns().keySet())
                        .flatMap(names -> names.stream())
                        .distinct()
                        .collect(Collectors.joining(", "));
        String place =
                IntStream.range(0, key(table).size())
                        .mapToObj(i -> ":k" + i)
                        .collect(Collectors.joining(", "));
        return "select "
                + columns
                + " from "
                + table.name()
                + (first ? "" : " where (" + key + ") > (" + place + ")")
                + " order by "
                + key
                + " limit :most";
    }

    private Row row(SealedTable table, ResultSet row) throws SQLException {
        TenantId tenant = new TenantId(row.getString("tenant"));
        List<Object> key = new ArrayList<>();
        for (String column : key(table)) {
            key.add(row.getObject(column));
        }
        List<Object> bound = new ArrayList<>();
        for (String column : table.boundTo()) {
            bound.add(row.getObject(column));
        }
        Map<String, String> old = new LinkedHashMap<>();
        for (String column : table.columns().keySet()) {
            String stored = row.getString(column);
            if (stored != null && !vault.isCurrent(stored)) {
                old.put(column, stored);
            }
        }
        return new Row(table, tenant, key, bound, old);
    }

    private Resealed resealed(Row row) {
        if (row.old().isEmpty()) {
            return Resealed.NOTHING;
        }
        Map<String, String> sealed = new LinkedHashMap<>();
        try {
            row.old().forEach((column, stored) -> sealed.put(column, sealed(row, column, stored)));
        } catch (SealBrokenException e) {
            return Resealed.BROKEN;
        }
        return update(row, sealed) == 1 ? Resealed.ONE : Resealed.MISSED;
    }

    private String sealed(Row row, String column, String stored) {
        Place place = row.table().place(column, row.tenant(), row.bound().toArray());
        return vault.seal(place, row.table().reader().open(vault, place, stored));
    }

    /**
     * Unless somebody has written meanwhile, or erased what it held.
     *
     * @param sealed in the order of what was there before
     */
    private int update(Row row, Map<String, String> sealed) {
        List<String> columns = List.copyOf(sealed.keySet());
        Map<String, Object> parameters = new HashMap<>(numbered("k", row.key()));
        parameters.putAll(numbered("n", List.copyOf(sealed.values())));
        parameters.putAll(numbered("o", List.copyOf(row.old().values())));
        return jdbc.sql(
                        "update "
                                + row.table().name()
                                + " set "
                                + equal(columns, "n", ", ")
                                + " where "
                                + equal(key(row.table()), "k", " and ")
                                + " and "
                                + equal(columns, "o", " and "))
                .params(parameters)
                .update();
    }

    private static String equal(List<String> columns, String prefix, String between) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i) + " = :" + prefix + i)
                .collect(Collectors.joining(between));
    }

    private static Map<String, Object> numbered(String prefix, List<?> values) {
        Map<String, Object> parameters = new HashMap<>();
        IntStream.range(0, values.size()).forEach(i -> parameters.put(prefix + i, values.get(i)));
        return parameters;
    }

    private static List<String> key(SealedTable table) {
        return Stream.concat(Stream.of("tenant"), table.key().stream()).toList();
    }

    /**
     * @param last the key of its last row; empty if there are no more rows
     */
    record Page(Resealed resealed, Optional<List<Object>> last) {}

    /**
     * @param old what is not sealed with the current key, by column
     */
    private record Row(
            SealedTable table,
            TenantId tenant,
            List<Object> key,
            List<Object> bound,
            Map<String, String> old) {}
}
