package io.evenhand.platform;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The one place where storage may block: each unit of work is a transaction on a virtual thread.
 *
 * <p>A unit of work that has begun is never interrupted, whoever goes away meanwhile: H2 closes the
 * whole database when a thread is interrupted in the middle of a write. Hence {@code
 * executor::execute}, which hides from the scheduler that there is a future to cancel.
 */
@Component
public class Storage implements DisposableBean {

    private final TransactionTemplate transactions;
    private final GroupCommit written;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("storage-", 0).factory());

    @SuppressWarnings("UnnecessaryMethodReference")
    private final Scheduler scheduler = Schedulers.fromExecutor(threads::execute);

    @Autowired
    Storage(PlatformTransactionManager transactionManager, GroupCommit written) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.written = written;
    }

    /** Over a database that writes what it commits. */
    public Storage(PlatformTransactionManager transactionManager) {
        this(transactionManager, new GroupCommit(() -> {}));
    }

    /** Runs the work in one transaction, once for each subscriber; a null result is empty. */
    public <T> Mono<T> inTransaction(Callable<T> work) {
        return Mono.fromCallable(() -> safe(work)).subscribeOn(scheduler);
    }

    private <T> @Nullable T safe(Callable<T> work) {
        T result = transactions.execute(status -> call(work));
        written.await();
        return result;
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
        scheduler.dispose();
        threads.close();
    }
}
