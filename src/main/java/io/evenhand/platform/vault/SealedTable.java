package io.evenhand.platform.vault;

import io.evenhand.platform.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table with columns that are sealed. What is not told here, as a bean, is not found when keys
 * change.
 *
 * @param key the columns that, after the tenant, are its primary key
 * @param boundTo the columns that tell the row for {@link Place}
 * @param columns those that are sealed, each with the name that it has for {@link Place}
 * @param reader opens what a column holds
 */
public record SealedTable(
        String name,
        List<String> key,
        List<String> boundTo,
        Map<String, String> columns,
        Reader reader) {

    /** A table whose values belong to one row each and were never sealed in another way. */
    public static SealedTable of(String name, List<String> key, String... columns) {
        return new SealedTable(
                name,
                key,
                key,
                Arrays.stream(columns)
                        .collect(Collectors.toMap(Function.identity(), c -> name + "." + c)),
                Vault::open);
    }

    /** The same with values that belong to something that may have several rows. */
    public SealedTable boundTo(String... others) {
        return new SealedTable(name, key, List.of(others), columns, reader);
    }

    /** The same with one name for all its columns, between which values move. */
    public SealedTable as(String column) {
        Map<String, String> same =
                columns.keySet().stream()
                        .collect(Collectors.toMap(Function.identity(), c -> name + "." + column));
        return new SealedTable(name, key, boundTo, same, reader);
    }

    /** The same with values that were once sealed in another way. */
    public SealedTable readBy(Reader other) {
        return new SealedTable(name, key, boundTo, columns, other);
    }

    /**
     * @param row the values of {@link #boundTo}
     */
    public Place place(String column, TenantId tenant, Object... row) {
        String bound = columns.get(column);
        if (bound == null || row.length != boundTo.size()) {
            throw new IllegalArgumentException(name + "." + column + " is not sealed so");
        }
        return new Place(
                bound,
                tenant,
                Arrays.stream(row).map(Object::toString).collect(Collectors.joining("/")));
    }

    /** Opens what a column holds. */
    @FunctionalInterface
    public interface Reader {

        /**
         * @throws SealBrokenException if it does not open
         */
        String open(Vault vault, Place place, String stored);
    }
}
