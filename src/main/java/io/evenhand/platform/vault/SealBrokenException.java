package io.evenhand.platform.vault;

/** That a stored text does not open. It says where, and nothing of the text. */
public final class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealBrokenException(Place place, String why) {
        super("%s of %s in %s %s".formatted(place.column(), place.row(), place.tenant(), why));
    }
}
