package io.evenhand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.EvenhandApplication;
import io.evenhand.grading.Grading;
import io.evenhand.support.Api;
import io.evenhand.support.ApiFixtures;
import io.evenhand.support.Leaver;
import io.evenhand.support.ScriptedGrader;
import io.evenhand.support.ScriptedGraders;
import io.evenhand.support.StoreFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

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

    /** Each client goes when the transaction that stores what it asked for has begun. */
    private static void leaveInMidWrite(ConfigurableApplicationContext service) throws Exception {
        int port = service.getBean(Api.class).port();
        leave(
                service,
                "add",
                arguments -> ((Grading) arguments[0]).submission().candidateRef().orElseThrow(),
                names("c-"),
                name ->
                        Leaver.grade(
                                port, Api.BODY.replace("c-1", name), "Idempotency-Key: " + name));
        leave(
                service,
                "move",
                arguments -> String.valueOf(arguments[1]),
                graded(service.getBean(Api.class)),
                id -> Leaver.post(port, "/v1/gradings/" + id + "/regrade"));
    }

    private static void leave(
            ConfigurableApplicationContext service,
            String method,
            Function<Object[], String> whose,
            List<String> names,
            Arrival arrival)
            throws Exception {
        Map<String, Leaver> clients = new ConcurrentHashMap<>();
        CountDownLatch left = new CountDownLatch(names.size());
        StoreFaults store = service.getBean(StoreFaults.class);
        store.beforeEach(
                (called, arguments) -> {
                    if (called.equals(method) && vanish(clients, whose.apply(arguments))) {
                        left.countDown();
                    }
                });
        names.parallelStream().forEach(name -> clients.computeIfAbsent(name, arrival::at));
        assertThat(left.await(60, TimeUnit.SECONDS)).isTrue();
        store.reset();
    }

    private static List<String> names(String prefix) {
        return IntStream.range(0, CLIENTS / 2).mapToObj(i -> prefix + i).toList();
    }

    /** What the clients that left handed in, after it was graded without them. */
    private static List<String> graded(Api api) {
        List<String> ids = new ArrayList<>();
        String next = "/v1/gradings?limit=200";
        while (!next.isEmpty()) {
            JsonNode page = api.get(next).json();
            page.at("/items").valueStream().forEach(item -> ids.add(item.at("/id").asString()));
            String cursor = page.at("/nextCursor").asString("");
            next = cursor.isEmpty() ? "" : "/v1/gradings?limit=200&cursor=" + cursor;
        }
        assertThat(ids).hasSize(CLIENTS / 2);
        assertThat(ids)
                .allSatisfy(
                        id ->
                                assertThat(api.get("/v1/gradings/" + id + "?wait=30").at("/status"))
                                        .isEqualTo("PROVISIONAL"));
        return ids;
    }

    private static boolean vanish(Map<String, Leaver> clients, String name) {
        Leaver client = clients.remove(name);
        if (client != null) {
            client.vanish();
        }
        return client != null;
    }

    /** How a client comes to be there. */
    private interface Arrival {
        Leaver at(String name);
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
        return url.group(1);
    }
}
