package io.evenhand.platform.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which key is missing and where to put it. */
class KeyFailureAnalyzer extends AbstractFailureAnalyzer<KeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, KeyException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
