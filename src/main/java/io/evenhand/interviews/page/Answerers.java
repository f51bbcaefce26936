package io.evenhand.interviews.page;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.CandidateResults;
import io.evenhand.interviews.result.Paper;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds candidates by one of their answers: that is how addresses name them, which are kept in
 * histories and logs where no name should be.
 */
@Component
class Answerers {

    private final Gradings gradings;
    private final CandidateResults results;
    private final Storage storage;

    Answerers(Gradings gradings, CandidateResults results, Storage storage) {
        this.gradings = gradings;
        this.results = results;
        this.storage = storage;
    }

    /** In their order; somebody who is named by two answers comes once. */
    Mono<List<CandidateResult>> of(
            TenantId tenant, Paper paper, Reader reader, List<String> answers) {
        return storage.inTransaction(
                        () ->
                                answers.stream()
                                        .map(id -> candidate(tenant, paper, new GradingId(id)))
                                        .distinct()
                                        .toList())
                .flatMap(candidates -> results.of(tenant, paper, reader, candidates))
                .filter(found -> !found.isEmpty())
                .switchIfEmpty(Mono.error(Answerers::unknown));
    }

    private String candidate(TenantId tenant, Paper paper, GradingId id) {
        return Optional.of(id)
                .filter(GradingId::isWellFormed)
                .flatMap(known -> gradings.find(tenant, known))
                .filter(grading -> isAsked(paper, grading))
                .flatMap(grading -> grading.submission().candidateRef())
                .orElseThrow(Answerers::unknown);
    }

    private static boolean isAsked(Paper paper, Grading grading) {
        return grading.submission()
                .question()
                .ref()
                .filter(ref -> paper.interview().questionIds().contains(ref.id()))
                .isPresent();
    }

    private static Refusal unknown() {
        return new Refusal(ProblemCode.NOT_FOUND, "There is no such candidate in this interview.");
    }
}
