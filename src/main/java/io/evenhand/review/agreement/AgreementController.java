package io.evenhand.review.agreement;

import io.evenhand.access.Caller;
import io.evenhand.platform.Storage;
import io.evenhand.review.queue.Queue;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page that says how far people and machine agree. */
@Controller
class AgreementController {

    private static final int NEWEST = 2_000;
    private static final int MOST_QUESTIONS = 200;
    private static final int LONGEST = 100;

    private final Reviews reviews;
    private final Queue queue;
    private final Storage storage;

    AgreementController(Reviews reviews, Queue queue, Storage storage) {
        this.reviews = reviews;
        this.queue = queue;
        this.storage = storage;
    }

    @GetMapping(path = "/review/agreement", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> agreement(
            @AuthenticationPrincipal Caller caller,
            @RequestParam MultiValueMap<String, String> given) {
        Optional<String> question =
                Optional.ofNullable(given.getFirst("question"))
                        .filter(key -> !key.isBlank() && key.length() <= LONGEST)
                        .filter(key -> key.chars().noneMatch(Character::isISOControl));
        Reviews.Sample sample =
                new Reviews.Sample(caller.tenant(), question, given.containsKey("random"), NEWEST);
        return storage.inTransaction(() -> measured(sample))
                .map(model -> Rendering.view("review/agreement").model(model).build());
    }

    private Map<String, Object> measured(Reviews.Sample sample) {
        return Map.of(
                "agreement",
                AgreementView.of(
                        reviews.pairs(sample),
                        reviews.verdicts(sample),
                        sample.question().isPresent()),
                "readers",
                ReadersView.of(reviews.readers(sample), reviews.readersVerdicts(sample)),
                "questions",
                queue.questions(sample.tenant(), MOST_QUESTIONS),
                "question",
                sample.question().orElse(""),
                "random",
                sample.random());
    }
}
