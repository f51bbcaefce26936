package io.evenhand.authoring.preview;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;

/** Names a preview: a ULID. */
public record PreviewId(String value) {

    static PreviewId next() {
        return new PreviewId(UlidCreator.getMonotonicUlid().toString());
    }

    /** Whether it could be one at all. */
    public boolean isWellFormed() {
        return Ulid.isValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
