package io.evenhand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.EvenhandApplication;
import io.evenhand.support.Api;
import io.evenhand.support.ApiFixtures;
import io.evenhand.support.Leaver;
import io.evenhand.support.ScriptedGrader;
import io.evenhand.support.ScriptedGraders;
import io.evenhand.support.StoreFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** The embedded database, in a file and with the options that the service comes with. */
class EmbeddedStoreTests {

    private static final int CLIENTS = 500;
    private static final Path DEFAULTS = Path.of("src/main/resources/application.yaml");
    private static final Pattern URL = Pattern.compile("(?m)^ +url: (jdbc:h2:file:\\S+)$");

    @TempDir Path data;

    @Test
    void outlivesClientsThatLeaveInMidWriteAndAServiceThatStops() throws Exception {
        String abandoned;
        try (ConfigurableApplicationContext service = start()) {
            leaveInMidWrite(service);
            Api api = service.getBean(Api.class);
            Api.Reply next = api.post(Api.BODY);
            assertThat(next.status()).as(next.text()).isEqualTo(200);
            assertThat(next.at("/status")).isEqualTo("PROVISIONAL");
            service.getBean("model", ScriptedGrader.class).will(assignment -> Mono.never());
            abandoned = api.post(Api.BODY, "Prefer", "respond-async").id();
        }
        try (ConfigurableApplicationContext service = start()) {
            Api api = service.getBean(Api.class);
            Api.Reply taken = api.get("/v1/gradings/" + abandoned + "?wait=30");
            assertThat(taken.at("/status")).isEqualTo("PROVISIONAL");
            assertThat(api.get("/v1/gradings/" + abandoned + "/history").text())
                    .contains("CLAIMED");
            assertThat(api.get("/v1/gradings?status=QUEUED,GRADING&limit=200").json().at("/items"))
                    .allSatisfy(
                            item ->
                                    assertThat(
                                                    api.get(
                                                                    "/v1/gradings/"
                                                                            + item.at("/id")
                                                                                    .asString()
                                                                            + "?wait=30")
                                                            .at("/status"))
                                            .isNotIn("QUEUED", "GRADING"));
        }
    }

    /** Each client goes when the transaction that stores its answer has begun. */
    private static void leaveInMidWrite(ConfigurableApplicationContext service) throws Exception {
        Map<String, Leaver> clients = new ConcurrentHashMap<>();
        CountDownLatch connected = new CountDownLatch(CLIENTS);
        CountDownLatch left = new CountDownLatch(CLIENTS);
        service.getBean(StoreFaults.class)
                .whenAdding(
                        grading -> {
                            vanish(clients, grading.submission().candidateRef().orElseThrow());
                            left.countDown();
                        });
        int port = service.getBean(Api.class).port();
        IntStream.range(0, CLIENTS)
                .parallel()
                .forEach(
                        i -> {
                            clients.put("c-" + i, post(port, i));
                            connected.countDown();
                        });
        assertThat(connected.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(left.await(60, TimeUnit.SECONDS)).isTrue();
        service.getBean(StoreFaults.class).reset();
        for (Leaver client : clients.values()) {
            client.close();
        }
    }

    private static Leaver post(int port, int client) {
        try {
            return Leaver.post(port, Api.BODY.replace("c-1", "c-" + client));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void vanish(Map<String, Leaver> clients, String name) {
        Leaver client = clients.remove(name);
        if (client != null) {
            try {
                client.vanish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private ConfigurableApplicationContext start() throws IOException {
        return new SpringApplicationBuilder(
                        EvenhandApplication.class, ScriptedGraders.class, ApiFixtures.class)
                .run(
                        "--server.port=0",
                        "--evenhand.data=" + data,
                        "--evenhand.dispatch.interval=100ms",
                        "--spring.datasource.url=" + defaultUrl());
    }

    /** Tests otherwise use a database in memory; this is the one that users get. */
    private static String defaultUrl() throws IOException {
        Matcher url = URL.matcher(Files.readString(DEFAULTS));
        assertThat(url.find()).isTrue();
        assertThat(List.of(url.group(1).split(";"))).contains("WRITE_DELAY=0");
        return url.group(1);
    }
}
