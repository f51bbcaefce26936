package io.evenhand.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.evenhand.EvenhandApplication;
import io.evenhand.support.Api;
import io.evenhand.support.ScriptedGrader;
import io.evenhand.support.ScriptedGraders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;

/** A service is given a new key, then loses the old one, and reads on. */
@ExtendWith(OutputCaptureExtension.class)
class KeyChangeTests {

    private final String database =
            "jdbc:h2:mem:"
                    + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";

    @Test
    void readsOnUnderANewKeyAndRefusesToStartWithoutTheOneThatIsNeeded(CapturedOutput log) {
        String id;
        try (ConfigurableApplicationContext service = started(TestVaults.KEY, "")) {
            id = api(service).post(Api.BODY).id();
            awaitOneKey(service);
        }
        assertThat(log.getAll()).doesNotContain("previous-keys");

        assertThatThrownBy(() -> started(TestVaults.OTHER_KEY, "").close())
                .isInstanceOf(Exception.class);
        assertThat(log.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("Texts in the database are sealed with the key e368631c16f12d1d")
                .contains("Set evenhand.key to what it was")
                .contains("evenhand.previous-keys")
                .doesNotContain(TestVaults.KEY, TestVaults.OTHER_KEY);

        try (ConfigurableApplicationContext service =
                started(TestVaults.OTHER_KEY, TestVaults.KEY)) {
            assertThat(api(service).get("/v1/gradings/" + id).text()).contains("the noise");
            awaitOneKey(service);
            await().untilAsserted(
                            () ->
                                    assertThat(log.getAll())
                                            .contains("evenhand.previous-keys may go"));
        }

        try (ConfigurableApplicationContext service = started(TestVaults.OTHER_KEY, "")) {
            Api.Reply read = api(service).get("/v1/gradings/" + id);
            assertThat(read.at("/answer")).isEqualTo("It memorises the noise.");
            assertThat(api(service).get("/v1/audit/verification").at("/whole")).isEqualTo("true");
        }
    }

    private static void awaitOneKey(ConfigurableApplicationContext service) {
        JdbcClient jdbc = service.getBean(JdbcClient.class);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                jdbc.sql("select id from vault_key")
                                                        .query(String.class)
                                                        .list())
                                        .hasSize(1));
    }

    @Test
    void refusesToStartWithoutAnyKey(@TempDir Path data, CapturedOutput log) throws IOException {
        Path file = Files.writeString(data.resolve("no folder"), "");

        assertThatThrownBy(() -> started("", "", "--evenhand.data=" + file).close())
                .isInstanceOf(Exception.class);

        assertThat(log.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("There is no key to seal texts with")
                .contains("openssl rand -base64 32");
    }

    @Test
    void withoutASettingTheKeyIsInAFileAndStaysThere(@TempDir Path data) {
        String id;
        try (ConfigurableApplicationContext service = started("", "", "--evenhand.data=" + data)) {
            id = api(service).post(Api.BODY).id();
        }
        assertThat(data.resolve("evenhand.key")).exists();

        try (ConfigurableApplicationContext service = started("", "", "--evenhand.data=" + data)) {
            assertThat(api(service).get("/v1/gradings/" + id).text()).contains("the noise");
        }
    }

    private ConfigurableApplicationContext started(String key, String previous, String... more) {
        ConfigurableApplicationContext service =
                new SpringApplicationBuilder(EvenhandApplication.class, ScriptedGraders.class)
                        .properties(
                                "server.port=0",
                                "logging.level.root=error",
                                "logging.level.io.evenhand.platform.vault=info")
                        .run(
                                Stream.concat(
                                                Stream.of(
                                                        "--spring.datasource.url=" + database,
                                                        "--evenhand.key=" + key,
                                                        "--evenhand.previous-keys=" + previous),
                                                Stream.of(more))
                                        .toArray(String[]::new));
        service.getBean("model", ScriptedGrader.class)
                .will(assignment -> Mono.just(ScriptedGrader.allMet(assignment)));
        return service;
    }

    private static Api api(ConfigurableApplicationContext service) {
        return new Api(service.getEnvironment());
    }
}
