package io.evenhand.support;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** Transactions of a store that has none. */
public final class NoTransactions implements PlatformTransactionManager {

    private final AtomicInteger begun = new AtomicInteger();

    /** How many there were so far. */
    public int begun() {
        return begun.get();
    }

    @Override
    public TransactionStatus getTransaction(TransactionDefinition definition) {
        begun.incrementAndGet();
        return new SimpleTransactionStatus();
    }

    @Override
    public void commit(TransactionStatus status) {}

    @Override
    public void rollback(TransactionStatus status) {}
}
