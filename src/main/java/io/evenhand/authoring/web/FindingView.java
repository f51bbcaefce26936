package io.evenhand.authoring.web;

import io.evenhand.authoring.lint.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to mend, as clients see it. */
record FindingView(
        Finding.Code code,
        Finding.Severity severity,
        @Nullable String criterion,
        List<String> related,
        String message) {

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.code(),
                finding.severity(),
                finding.criterion().orElse(null),
                finding.related(),
                finding.message());
    }
}
