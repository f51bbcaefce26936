package io.evenhand.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about an address without keys. */
class UnprotectedAddressFailureAnalyzer
        extends AbstractFailureAnalyzer<UnprotectedAddressException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnprotectedAddressException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set evenhand.access.keys[0].hash, .tenant and .scopes (the hash is \"sha256:\" and"
                        + " the output of: printf %s \"$KEY\" | sha256sum), or"
                        + " evenhand.access.setup=true to make the first admin at /setup, or leave"
                        + " server.address at 127.0.0.1.",
                cause);
    }
}
