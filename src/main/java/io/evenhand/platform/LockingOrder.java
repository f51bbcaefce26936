package io.evenhand.platform;

import java.sql.Connection;
import java.util.function.Supplier;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.util.function.SingletonSupplier;

/**
 * The order in which a query takes rows that it locks. PostgreSQL reads it from an index; H2 sorts
 * all that such a query finds, a million rows for ten of them, unless it is given none: then it
 * reads the index that the conditions choose, in that index's order, and stops when it has enough.
 */
public final class LockingOrder {

    private static final String SORTS_FIRST = "H2";

    /** Asked of the driver once, when it is first wanted: the database may not be there before. */
    private final Supplier<Boolean> sortsFirst;

    public LockingOrder(JdbcOperations jdbc) {
        this.sortsFirst = SingletonSupplier.of(() -> sortsFirst(jdbc));
    }

    /**
     * @param columns of an index, behind those that the conditions hold to one value
     */
    public String by(String columns) {
        return sortsFirst.get() ? " " : " order by " + columns + " ";
    }

    private static boolean sortsFirst(JdbcOperations jdbc) {
        return Boolean.TRUE.equals(
                jdbc.execute((ConnectionCallback<Boolean>) LockingOrder::sortsFirst));
    }

    private static boolean sortsFirst(Connection connection) throws java.sql.SQLException {
        return connection.getMetaData().getDatabaseProductName().equals(SORTS_FIRST);
    }
}
