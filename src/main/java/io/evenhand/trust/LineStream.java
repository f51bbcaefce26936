package io.evenhand.trust;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;

/** Lines as bytes that are made when they are read, so that one of them is in memory at a time. */
final class LineStream extends InputStream {

    private final Stream<String> source;
    private final Iterator<String> lines;
    private byte[] line = new byte[0];
    private int at;

    LineStream(Stream<String> source) {
        this.source = source;
        this.lines = source.iterator();
    }

    @Override
    public int read() {
        return hasMore() ? line[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, line.length - at);
        System.arraycopy(line, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean hasMore() {
        while (at == line.length && lines.hasNext()) {
            line = (lines.next() + "\n").getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return at < line.length;
    }

    @Override
    public void close() {
        source.close();
    }
}
