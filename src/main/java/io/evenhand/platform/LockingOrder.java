package io.evenhand.platform;

import java.sql.Connection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The order in which a query takes rows that it locks. PostgreSQL reads it from an index; H2 sorts
 * all that such a query finds, a million rows for ten of them, unless it is given none: then it
 * reads the index that the conditions choose, in that index's order, and stops when it has enough.
 */
public final class LockingOrder {

    private static final String SORTS_FIRST = "H2";

    private final JdbcOperations jdbc;

    public LockingOrder(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param columns of an index, behind those that the conditions hold to one value
     */
    public String by(String columns) {
        return sortsFirst() ? " " : " order by " + columns + " ";
    }

    /** Asked of the driver, which knows it without a way to the database. */
    private boolean sortsFirst() {
        return Boolean.TRUE.equals(
                jdbc.execute((ConnectionCallback<Boolean>) LockingOrder::sortsFirst));
    }

    private static boolean sortsFirst(Connection connection) throws java.sql.SQLException {
        return connection.getMetaData().getDatabaseProductName().equals(SORTS_FIRST);
    }
}
