package io.evenhand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.EvenhandApplication;
import io.evenhand.batch.web.BatchApi;
import io.evenhand.grading.GradingStatus;
import io.evenhand.support.Api;
import io.evenhand.support.ApiFixtures;
import io.evenhand.support.ScriptedGrader;
import io.evenhand.support.ScriptedGraders;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A batch goes on where a service that stopped has left it. */
class BatchRestartTests {

    private static final int LINES = 250;

    private static final String OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";

    @TempDir Path data;

    @Test
    void whatWasOpenIsGradedAfterTheNextStart() throws Exception {
        String id;
        try (ConfigurableApplicationContext service = start()) {
            BatchApi batches = new BatchApi(service.getBean(Api.class));
            CountDownLatch begun = new CountDownLatch(1);
            service.getBean("model", ScriptedGrader.class)
                    .will(
                            assignment -> {
                                begun.countDown();
                                return Mono.never();
                            });
            id = batches.accepted(batches.upload(BatchApi.NDJSON, BatchApi.lines(LINES)));
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        }
        try (ConfigurableApplicationContext service = start()) {
            JsonNode done = new BatchApi(service.getBean(Api.class)).until(id, "COMPLETED");

            assertThat(done.at("/total").asInt()).isEqualTo(LINES);
            assertThat(done.at("/counts/" + GradingStatus.PROVISIONAL).asInt()).isEqualTo(LINES);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(
                        EvenhandApplication.class, ScriptedGraders.class, ApiFixtures.class)
                .run(
                        "--server.port=0",
                        "--evenhand.data=" + data,
                        "--spring.datasource.url=jdbc:h2:file:" + data + "/evenhand" + OPTIONS,
                        "--evenhand.examples=false",
                        "--evenhand.dispatch.interval=100ms",
                        "--evenhand.dispatch.drain=1s");
    }
}
