package io.evenhand.batch.upload;

import io.evenhand.platform.Sha256;

/**
 * A record of an upload as it was sent.
 *
 * @param number where it starts, from 1
 * @param bytes its beginning, if it is longer than a record may be
 * @param length in bytes, all of it
 */
@SuppressWarnings("ArrayRecordComponent")
record RawLine(int number, byte[] bytes, long length) {

    boolean isTooLong() {
        return length > bytes.length;
    }

    Sha256 hash() {
        return isTooLong() ? Sha256.of(Sha256.of(bytes) + " " + length) : Sha256.of(bytes);
    }
}
