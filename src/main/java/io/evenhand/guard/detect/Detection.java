package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import io.evenhand.guard.Inspection;
import io.evenhand.guard.Inspector;
import io.evenhand.guard.LanguageDetector;
import io.evenhand.guard.Span;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Has all detectors look at an answer. */
@Component
class Detection implements Inspector {

    private static final Logger LOG = LoggerFactory.getLogger(Detection.class);

    /** Of one kind; a reviewer needs to be told once or twice. */
    private static final int MOST_FLAGS = 3;

    private final List<Detector> detectors;

    @Autowired
    Detection(LanguageDetector languages) {
        this(
                List.of(
                        new NearBlank(),
                        new Appeals(),
                        new ChatTemplates(),
                        new ScoreStrings(),
                        new HiddenCharacters(),
                        new LookalikeCharacters(),
                        new HostileMarkup(),
                        new KeyRequests(),
                        new CopiedQuestion(),
                        new CopiedModelAnswer(),
                        new KeywordList(languages),
                        new Hedging(),
                        new Padding(),
                        new WrongLanguage(languages),
                        new OffTopic(languages)));
    }

    Detection(List<Detector> detectors) {
        this.detectors = detectors;
    }

    @Override
    public List<Flag> inspect(Inspection inspection) {
        if (inspection.view().isBlank() && inspection.answer().isBlank()) {
            return List.of();
        }
        Subject subject = new Subject(inspection);
        return detectors.stream().flatMap(detector -> look(detector, subject)).toList();
    }

    /** What breaks one detector must neither silence the others nor fail the grading. */
    private static Stream<Flag> look(Detector detector, Subject subject) {
        try {
            return detector
                    .look(subject)
                    .map(flag -> onWholeCharacters(flag, subject))
                    .distinct()
                    .limit(MOST_FLAGS)
                    .toList()
                    .stream();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{} failed: {}", detector.getClass().getSimpleName(), e.getClass().getName());
            return Stream.empty();
        }
    }

    private static Flag onWholeCharacters(Flag flag, Subject subject) {
        Span span = subject.inspection().view().whole(new Span(flag.start(), flag.end()));
        return new Flag(flag.code(), flag.detail(), span.start(), span.end());
    }
}
