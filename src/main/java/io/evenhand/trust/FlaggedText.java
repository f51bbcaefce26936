package io.evenhand.trust;

import io.evenhand.guard.Flag;
import java.util.List;
import java.util.Set;

/**
 * A text that detectors are tried on.
 *
 * @param group the file or family that it is counted under
 * @param wanted the flags of which an attack should raise one; empty for an honest text
 */
record FlaggedText(
        String group,
        String id,
        String question,
        List<String> modelAnswers,
        String answer,
        Set<Flag.Code> wanted) {

    static FlaggedText of(String file, GoldAnswer gold) {
        return new FlaggedText(
                file, gold.id(), gold.question(), gold.modelAnswers(), gold.answer(), Set.of());
    }
}
