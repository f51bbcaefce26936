package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.EvenhandApplication;
import io.evenhand.support.Api;
import io.evenhand.support.ScriptedGraders;
import io.evenhand.support.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** How a service that nobody is known to comes by its first admin, here and elsewhere. */
@ExtendWith(OutputCaptureExtension.class)
class SetupTests {

    private static final String PASSWORD = "a long enough password";

    private final String database =
            "--spring.datasource.url=jdbc:h2:mem:"
                    + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    + ";LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";

    @Test
    void whoeverReadsTheTokenMakesTheFirstAdminWhomEveryInstanceKnows(
            @TempDir Path data, CapturedOutput log) throws Exception {
        String[] elsewhere = {
            database,
            "--server.address=0.0.0.0",
            "--evenhand.data=" + data,
            "--evenhand.access.setup=true"
        };
        Visitor visitor;
        try (ConfigurableApplicationContext service = start(elsewhere)) {
            Api api = new Api(service.getEnvironment());
            Path file = data.resolve("setup-token");
            String token = Files.readString(file).strip();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(log.getAll()).contains("setup-token").doesNotContain(token);
            assertThat(api.get("/v1/gradings").status()).isEqualTo(401);
            visitor = new Visitor(api);
            assertThat(visitor.get("/").status()).isEqualTo(303);
            assertThat(visitor.get("/setup").status()).isEqualTo(200);

            assertThat(make(visitor, "wrong", PASSWORD).status()).isEqualTo(403);
            assertThat(make(visitor, token, "short").status()).isEqualTo(422);
            assertThat(make(visitor, token, PASSWORD).status()).isEqualTo(303);

            assertThat(visitor.get("/admin/users").text()).contains("anna", "admin");
            assertThat(visitor.get("/setup").status()).isEqualTo(404);
            assertThat(make(visitor, token, PASSWORD).status()).isEqualTo(404);
            assertThat(file).doesNotExist();
        }
        try (ConfigurableApplicationContext other = start(database, "--server.address=0.0.0.0")) {
            Api api = new Api(other.getEnvironment());
            Visitor same = new Visitor(api);
            same.take("evenhand-session", visitor.cookie("evenhand-session"));
            assertThat(same.get("/admin/users").status()).as("signed in elsewhere").isEqualTo(200);
            assertThat(new Visitor(api).signIn("local", "anna", PASSWORD).status()).isEqualTo(303);
        }
    }

    @Test
    void onThisMachineNobodySignsInUntilThereIsAnAdmin() {
        try (ConfigurableApplicationContext service = start(database)) {
            Api api = new Api(service.getEnvironment());
            Visitor visitor = new Visitor(api);
            assertThat(visitor.get("/admin/users").text()).contains("Nobody has to sign in");
            assertThat(visitor.get("/setup").status()).isEqualTo(404);
            visitor.get("/admin/users");
            assertThat(visitor.post("/admin/users", "name", "anna", "role", "viewer").status())
                    .as("nobody could let anybody in")
                    .isEqualTo(409);
            assertThat(api.get("/v1/gradings").status()).isEqualTo(200);

            Api.Reply first = visitor.post("/admin/users", "name", "anna", "role", "admin");

            Matcher password = Pattern.compile("id=\"password\">([^<]+)<").matcher(first.text());
            assertThat(password.find()).as(first.text()).isTrue();
            assertThat(api.get("/v1/gradings").status()).isEqualTo(401);
            assertThat(visitor.get("/admin/users").status()).isEqualTo(303);
            assertThat(visitor.signIn("local", "anna", password.group(1)).status()).isEqualTo(303);
        }
    }

    private static Api.Reply make(Visitor visitor, String token, String password) {
        return visitor.post("/setup", "token", token, "name", "Anna", "password", password);
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(EvenhandApplication.class, ScriptedGraders.class)
                .properties("server.port=0", "logging.level.io.evenhand.access=info")
                .run(settings);
    }
}
