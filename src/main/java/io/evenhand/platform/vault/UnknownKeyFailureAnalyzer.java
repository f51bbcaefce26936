package io.evenhand.platform.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which key is missing and where to put it. */
class UnknownKeyFailureAnalyzer extends AbstractFailureAnalyzer<UnknownKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnknownKeyException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set evenhand.key to what it was, or, if it was changed on purpose, put the former"
                        + " one into evenhand.previous-keys. Without the setting it is in the file"
                        + " evenhand.key under evenhand.data: that file has to stay with the"
                        + " database.",
                cause);
    }
}
