package io.evenhand.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The jar as an operator runs it: a process of its own that can be killed. */
final class PackagedService implements AutoCloseable {

    private static final String READY = "Started EvenhandApplication";

    private final Path folder;
    private final Map<String, String> settings;
    private final Process process;
    private final URI url;
    private final StringBuffer output = new StringBuffer();

    private PackagedService(
            Path folder, Map<String, String> settings, Process process, URI url) {
        this.folder = folder;
        this.settings = settings;
        this.process = process;
        this.url = url;
    }

    static PackagedService start(Path folder, Map<String, String> given) {
        Map<String, String> settings = new HashMap<>(given);
        try {
            int port =
                    settings.containsKey("server.port")
                            ? Integer.parseInt(settings.get("server.port"))
                            : freePort();
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", jar()));
            command.add("--server.port=" + port);
            settings.remove("server.port");
            settings.forEach((name, value) -> command.add("--" + name + "=" + value));
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            PackagedService service =
                    new PackagedService(
                            folder, given, process, URI.create("http://127.0.0.1:" + port));
            service.awaitReady();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return url;
    }

    /** What the service has logged so far. */
    String output() {
        return output.toString();
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The same again, after it was killed; on another port if none was given. */
    PackagedService restart() {
        return start(folder, settings);
    }

    /** SIGSTOP: the process stands still and keeps its connections. */
    void pause() {
        signal("STOP");
    }

    /** SIGCONT: it goes on as if no time had passed. */
    void unpause() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            String pid = Long.toString(process.pid());
            int code = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " failed with " + code);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM: what an orchestrator sends first. */
    void terminate() {
        process.destroy();
    }

    /** Waits until it has ended by itself. */
    void awaitEnd() throws Exception {
        process.onExit().get(2, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitReady() {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(ready));
        try {
            ready.get(4, TimeUnit.MINUTES);
        } catch (Exception e) {
            kill();
            throw new IllegalStateException("the service did not start:\n" + output, e);
        }
    }

    private void read(CompletableFuture<Void> ready) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.contains(READY)) {
                    ready.complete(null);
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IllegalStateException("it ended"));
    }

    private static String jar() {
        String jar = System.getProperty("evenhand.jar");
        if (jar == null) {
            throw new IllegalStateException(
                    "set -Devenhand.jar to the packaged jar; mvn verify does");
        }
        return jar;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
