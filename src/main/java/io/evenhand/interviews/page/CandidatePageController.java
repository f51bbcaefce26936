package io.evenhand.interviews.page;

import io.evenhand.access.Caller;
import io.evenhand.access.Right;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.CandidateResults;
import io.evenhand.interviews.result.Paper;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The pages of one candidate, and of a few side by side. */
@Controller
class CandidatePageController {

    private static final int FEWEST = 2;
    private static final int MOST = 5;
    private static final String COMPARED = "with";

    private final CandidateResults results;
    private final Answerers answerers;
    private final Aliases aliases;

    CandidatePageController(CandidateResults results, Answerers answerers, Aliases aliases) {
        this.results = results;
        this.answerers = answerers;
        this.aliases = aliases;
    }

    @GetMapping(
            path = "/interviews/{id}/candidates/{grading}",
            produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> one(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String grading,
            @RequestParam MultiValueMap<String, String> given) {
        return found(caller, id, List.of(grading))
                .map(
                        found ->
                                page("interviews/candidate", caller, given, found.paper())
                                        .modelAttribute(
                                                "sheet",
                                                CandidateSheet.of(
                                                        found.paper(),
                                                        found.results().getFirst(),
                                                        showing(caller, given)))
                                        .build());
    }

    @GetMapping(path = "/interviews/{id}/compare", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> compare(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> given) {
        List<String> answers = given.getOrDefault(COMPARED, List.of());
        if (answers.size() < FEWEST || new HashSet<>(answers).size() > MOST) {
            return Mono.error(CandidatePageController::wrongNumber);
        }
        return found(caller, id, answers)
                .map(
                        found ->
                                page("interviews/compare", caller, given, found.paper())
                                        .modelAttribute(
                                                "comparison",
                                                Comparison.of(
                                                        found.paper(),
                                                        found.results(),
                                                        showing(caller, given)))
                                        .modelAttribute(
                                                "compared",
                                                "with=" + String.join("&with=", answers))
                                        .build());
    }

    private Mono<Found> found(Caller caller, String id, List<String> answers) {
        return results.paper(caller.tenant(), id, Optional.empty())
                .flatMap(
                        paper ->
                                answerers
                                        .of(caller.tenant(), paper, Reader.atPages(caller), answers)
                                        .map(found -> new Found(paper, found)));
    }

    private static Rendering.Builder<?> page(
            String view, Caller caller, MultiValueMap<String, String> given, Paper paper) {
        return Rendering.view(view)
                .modelAttribute("interview", paper.interview())
                .modelAttribute("passAt", paper.interview().passMark().doubleValue())
                .modelAttribute("names", given.containsKey("candidate"))
                .modelAttribute("decides", caller.rights().contains(Right.DECIDE));
    }

    private Showing showing(Caller caller, MultiValueMap<String, String> given) {
        return new Showing(caller.tenant(), aliases, given.containsKey("candidate"));
    }

    private static Refusal wrongNumber() {
        return new Refusal(
                ProblemCode.INVALID_PARAMETER,
                "Choose two to five candidates to compare.",
                List.of(Violation.of(COMPARED, "is given two to five times")));
    }

    private record Found(Paper paper, List<CandidateResult> results) {}
}
