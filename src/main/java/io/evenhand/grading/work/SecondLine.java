package io.evenhand.grading.work;

import io.evenhand.grading.Judgement;
import io.evenhand.guard.Flag;
import java.util.List;
import java.util.stream.Stream;

/**
 * The judge's own word that an answer speaks to it, for what no detector saw: it adds a flag and
 * never touches a point, since an answer that can talk to a judge could talk it into this, too.
 */
final class SecondLine {

    private static final Flag.Code CODE = Flag.Code.INJECTION_SUSPECTED;

    private SecondLine() {}

    /** The detectors' flags, with one more where the judge saw what they did not. */
    static List<Flag> after(List<Flag> flags, Judgement judgement, String answer) {
        boolean seen = flags.stream().anyMatch(flag -> flag.code() == CODE);
        return judgement.addressesGrader() && !seen
                ? Stream.concat(flags.stream(), Stream.of(flag(answer))).toList()
                : flags;
    }

    private static Flag flag(String answer) {
        return new Flag(
                CODE,
                "The model that judged the answer says that it speaks to whoever grades it.",
                0,
                answer.length());
    }
}
