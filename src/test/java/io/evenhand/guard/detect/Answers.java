package io.evenhand.guard.detect;

import io.evenhand.guard.AnswerGuard;
import io.evenhand.guard.Embedder;
import io.evenhand.guard.Flag;
import io.evenhand.guard.Inspection;
import io.evenhand.guard.LanguageDetector;
import java.util.List;
import java.util.Optional;

/** Has detectors look at answers to one question. */
final class Answers {

    static final String QUESTION =
            "What is data leakage in machine learning, and how do you prevent it?";

    static final String KEY =
            "Data leakage means that information which will not be available at prediction time finds"
                    + " its way into training, so that the measured quality is too good to be true."
                    + " One prevents it by splitting first and fitting every transformation on the"
                    + " training part only.";

    static final LanguageDetector LANGUAGES = new LanguageDetector();

    private Answers() {}

    static Inspection inspection(String answer, String question, Optional<Embedder> embedder) {
        return new Inspection(
                answer,
                new AnswerGuard().view(answer, List.of()),
                question,
                List.of(KEY),
                Optional.empty(),
                embedder);
    }

    static List<Flag> flags(Detector detector, String answer) {
        return flags(detector, answer, QUESTION);
    }

    static List<Flag> flags(Detector detector, String answer, String question) {
        return detector.look(new Subject(inspection(answer, question, Optional.empty()))).toList();
    }

    static List<Flag.Code> codes(Detector detector, String answer) {
        return flags(detector, answer).stream().map(Flag::code).distinct().toList();
    }
}
