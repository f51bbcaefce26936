package io.evenhand.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import reactor.core.Disposable;

/** Who asks may go; what has begun goes on. */
class StorageTests {

    private final Storage storage = new Storage(mock(PlatformTransactionManager.class));

    @Test
    void neverInterruptsWorkThatHasBegun() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        CompletableFuture<String> end = new CompletableFuture<>();
        Disposable caller =
                storage.inTransaction(
                                () -> {
                                    begun.countDown();
                                    return end.complete(waited(left));
                                })
                        .subscribe();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        caller.dispose();
        left.countDown();

        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }

    private static String waited(CountDownLatch latch) {
        try {
            latch.await();
            return "done";
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }
}
