package io.evenhand.authoring.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.platform.StorageJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingGradeTests {

    private final PendingGrade pending = PendingGrade.of(PreviewSamples.grade(), List.of());

    @Test
    void holdsNoQuoteUntilItMeetsTheAnswerAgain() {
        assertThat(new StorageJson().write(pending)).doesNotContain("the noise").contains("13");
        assertThat(pending.on(PreviewSamples.ANSWER)).isEqualTo(PreviewSamples.grade());
    }
}
