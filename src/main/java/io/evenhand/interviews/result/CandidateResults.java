package io.evenhand.interviews.result;

import io.evenhand.grading.Mark;
import io.evenhand.grading.Marks;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.grading.unseen.Unseen;
import io.evenhand.interviews.Interview;
import io.evenhand.interviews.Interviews;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.SearchableText;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Questions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Computes results from the gradings as they are now: nothing of a result is stored, so that a
 * grade that was made again or decided by a person is in it at once.
 */
@Component
public class CandidateResults {

    private final Interviews interviews;
    private final Questions questions;
    private final Marks marks;
    private final Unseen unseen;
    private final Storage storage;

    CandidateResults(
            Interviews interviews,
            Questions questions,
            Marks marks,
            Unseen unseen,
            Storage storage) {
        this.interviews = interviews;
        this.questions = questions;
        this.marks = marks;
        this.unseen = unseen;
        this.storage = storage;
    }

    /** The latest version of an interview, or a named one, with its questions. */
    public Mono<Paper> paper(TenantId tenant, String id, Optional<Integer> version) {
        return storage.inTransaction(
                () -> {
                    Interview interview =
                            version.map(number -> interviews.version(tenant, id, number))
                                    .orElseGet(() -> interviews.latest(tenant, id))
                                    .orElseThrow(
                                            () ->
                                                    new Refusal(
                                                            ProblemCode.NOT_FOUND,
                                                            "There is no such interview."));
                    return Paper.of(interview, questions.current(tenant, interview.questionIds()));
                });
    }

    /**
     * Candidates who answered at least one of its questions, those after the given one.
     *
     * @param reader from whom is kept what they are still to judge unseen
     */
    public Mono<List<CandidateResult>> page(
            TenantId tenant, Paper paper, Reader reader, Optional<String> after, int limit) {
        return storage.inTransaction(
                () ->
                        results(
                                tenant,
                                paper,
                                reader,
                                marks.candidates(
                                        tenant, paper.interview().questionIds(), after, limit)));
    }

    /** All who answered at least one of its questions, in a fixed order. */
    public Mono<List<String>> candidates(TenantId tenant, Paper paper) {
        return storage.inTransaction(
                () ->
                        marks.candidates(
                                tenant,
                                paper.interview().questionIds(),
                                Optional.empty(),
                                Integer.MAX_VALUE));
    }

    /**
     * The results of these candidates, in their order; of those who answered anything at all.
     *
     * @param reader from whom is kept what they are still to judge unseen
     */
    public Mono<List<CandidateResult>> of(
            TenantId tenant, Paper paper, Reader reader, List<String> candidates) {
        List<String> refs = candidates.stream().map(SearchableText::of).toList();
        return storage.inTransaction(() -> results(tenant, paper, reader, refs))
                .map(all -> all.stream().filter(CandidateResults::answered).toList());
    }

    private List<CandidateResult> results(
            TenantId tenant, Paper paper, Reader reader, List<String> candidates) {
        Map<String, List<Mark>> byCandidate =
                marks.of(tenant, paper.interview().questionIds(), candidates).stream()
                        .map(mark -> unseen.of(reader, mark))
                        .collect(Collectors.groupingBy(Mark::candidate));
        return candidates.stream()
                .map(ref -> paper.result(ref, byCandidate.getOrDefault(ref, List.of())))
                .toList();
    }

    private static boolean answered(CandidateResult result) {
        return result.questions().stream().anyMatch(question -> question.mark().isPresent());
    }
}
