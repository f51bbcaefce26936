package io.evenhand.batch.upload;

import io.evenhand.platform.Violations;
import java.util.List;

/**
 * Cuts an upload into records and reads them. It knows where in the upload it is: each upload has
 * one of its own.
 */
public interface UploadFormat {

    /** The records that end in these bytes. */
    List<RawLine> feed(byte[] bytes);

    /** The record that only the end of the upload ends. */
    List<RawLine> end();

    /**
     * @throws io.evenhand.platform.Refusal if it is no such record at all
     */
    LineDocument read(RawLine line, Violations violations);
}
