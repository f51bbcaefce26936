package io.evenhand.platform.vault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Makes texts smaller before they are sealed, since no database can afterwards: the first byte says
 * whether the rest is UTF-8 or that deflated. All in one value is about one candidate, so that its
 * length tells nobody of somebody else.
 */
final class Packing {

    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;

    /** In bytes; shorter ones gain nothing. */
    private static final int WORTH_IT = 200;

    private static final int BUFFER = 4096;

    private Packing() {}

    static byte[] pack(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= WORTH_IT) {
            byte[] smaller = deflated(bytes);
            if (smaller.length <= bytes.length) {
                return smaller;
            }
        }
        byte[] all = new byte[bytes.length + 1];
        all[0] = PLAIN;
        System.arraycopy(bytes, 0, all, 1, bytes.length);
        return all;
    }

    static String unpack(byte[] packed) {
        byte[] bytes =
                switch (packed[0]) {
                    case PLAIN -> Arrays.copyOfRange(packed, 1, packed.length);
                    case DEFLATED -> inflated(packed);
                    default -> throw new IllegalArgumentException("it is packed in another way");
                };
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] deflated(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length / 2);
            all.write(DEFLATED);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                all.write(buffer, 0, deflater.deflate(buffer));
            }
            return all.toByteArray();
        }
    }

    private static byte[] inflated(byte[] packed) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed, 1, packed.length - 1);
            ByteArrayOutputStream all = new ByteArrayOutputStream(packed.length * 3);
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && inflater.needsInput()) {
                    throw new IllegalArgumentException("it is cut off");
                }
                all.write(buffer, 0, count);
            }
            return all.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("it was packed in another way", e);
        }
    }
}
