package io.evenhand.delivery.address;

import java.io.IOException;

/** A host has an address that is not on the public internet, and it is not allowed to. */
public final class ForbiddenAddressException extends IOException {

    ForbiddenAddressException() {
        super("the receiver's address is not on the public internet");
    }
}
