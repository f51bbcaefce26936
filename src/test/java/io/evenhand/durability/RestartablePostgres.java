package io.evenhand.durability;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL on one port and one folder that can be killed and started again. */
final class RestartablePostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(RestartablePostgres.class);

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    RestartablePostgres(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        this.server = start();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    JdbcClient jdbc() {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    /** SIGKILL to the postmaster; its children see that and end. */
    void killAndStart() throws IOException {
        long postmaster =
                Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
        ProcessHandle process = ProcessHandle.of(postmaster).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        giveUpTheFolder();
        // Until its last child is gone, the folder is taken.
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(this::started);
    }

    /** Its lock on the folder is this process's; it has nothing left to stop. */
    private void giveUpTheFolder() {
        try {
            server.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("what was killed could not be stopped", e);
        }
    }

    private boolean started() throws IOException {
        server = start();
        return true;
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("max_connections", "100")
                // PostgreSQL's own defaults, which the embedded one turns off
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
