package io.evenhand.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that asks and may go away before it has its answer: closing it drops the connection. */
public final class Leaver implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    private Leaver(int port, String request) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A post without a body. */
    public static Leaver post(int port, String path) {
        return new Leaver(port, head("POST " + path, "Content-Length: 0") + "\r\n");
    }

    /** An answer to be graded. */
    public static Leaver grade(int port, String body, String... headers) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return new Leaver(
                port,
                head("POST /v1/gradings", headers)
                        + "Content-Type: application/json\r\nContent-Length: "
                        + length
                        + "\r\n\r\n"
                        + body);
    }

    /** The beginning of a batch that is announced to be longer. */
    public static Leaver upload(int port, String lines, String key) {
        int length = lines.getBytes(StandardCharsets.UTF_8).length;
        return new Leaver(
                port,
                head("POST /v1/batches", "Idempotency-Key: " + key)
                        + "Content-Type: application/x-ndjson\r\nContent-Length: "
                        + 2 * length
                        + "\r\n\r\n"
                        + lines);
    }

    public static Leaver get(int port, String path, String... headers) {
        return new Leaver(port, head("GET " + path, headers) + "\r\n");
    }

    private static String head(String call, String... headers) {
        StringBuilder head = new StringBuilder(call + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    /** Reads until the text has come; false if the connection ends before. */
    public boolean readUntil(String text) throws IOException {
        StringBuilder read = new StringBuilder();
        int next = socket.getInputStream().read();
        while (next >= 0 && read.indexOf(text) < 0) {
            read.append((char) next);
            if (read.indexOf(text) >= 0) {
                return true;
            }
            next = socket.getInputStream().read();
        }
        return false;
    }

    /** Leaves without a goodbye: the server meets a reset. */
    public void vanish() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
