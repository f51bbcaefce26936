package io.evenhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.support.ScriptedGraders;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service that cannot start says in a sentence why, and what to do. */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void refusesAnAddressThatOthersReachWithoutKeys(String address, CapturedOutput log) {
        fails("--server.address=" + address);

        assertThat(log.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("where others can reach it: no API key is set, and nobody can sign in.")
                .contains("evenhand.access.keys[0].hash")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesAKeyWithoutItsHash(CapturedOutput log) {
        fails("--evenhand.access.keys[0].tenant=acme", "--evenhand.access.keys[0].scopes=grade");

        assertThat(log.getAll()).contains("APPLICATION FAILED TO START").contains("hash");
    }

    @Test
    void refusesAHashThatIsNone(CapturedOutput log) {
        fails(
                "--evenhand.access.keys[0].hash=my-key",
                "--evenhand.access.keys[0].tenant=acme",
                "--evenhand.access.keys[0].scopes=grade");

        assertThat(log.getAll()).contains("APPLICATION FAILED TO START").contains("sha256:");
    }

    @Test
    void saysThatAnotherProcessHasTheDatabaseOpen(@TempDir Path data, CapturedOutput log)
            throws Exception {
        try (FileChannel file =
                        FileChannel.open(
                                data.resolve("evenhand.mv.db"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            fails("--spring.datasource.url=jdbc:h2:file:" + data + "/evenhand;MODE=PostgreSQL");
        }

        assertThat(log.getAll())
                .contains("Another process has the embedded database open.")
                .contains("Stop the other Evenhand");
    }

    @Test
    void saysThatThePortIsTaken(CapturedOutput log) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            fails("--server.port=" + taken.getLocalPort());

            assertThat(log.getAll())
                    .contains("APPLICATION FAILED TO START")
                    .contains("Port " + taken.getLocalPort() + " was already in use");
        }
    }

    private static void fails(String... settings) {
        SpringApplicationBuilder service =
                new SpringApplicationBuilder(EvenhandApplication.class, ScriptedGraders.class)
                        .properties("server.port=0", "logging.level.root=error");

        assertThatThrownBy(() -> service.run(settings).close()).isInstanceOf(Exception.class);
    }
}
