package io.evenhand.dispatch.requests;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Tells a store that is not there from a record that breaks something. */
final class StoreFaults {

    private static final int CAUSES = 10;

    private StoreFaults() {}

    static boolean isDown(Throwable error) {
        List<Throwable> causes =
                Stream.iterate(error, Objects::nonNull, Throwable::getCause).limit(CAUSES).toList();
        return causes.stream().noneMatch(DataIntegrityViolationException.class::isInstance)
                && causes.stream().anyMatch(StoreFaults::saysSo);
    }

    /** The last two: the service is about to stop. */
    private static boolean saysSo(Throwable error) {
        return error instanceof DataAccessException
                || error instanceof TransactionException
                || error instanceof RejectedExecutionException
                || error instanceof CancellationException;
    }
}
