package io.evenhand.batch.page;

import io.evenhand.access.Caller;
import io.evenhand.interviews.InterviewDesk;
import io.evenhand.question.Bank;
import io.evenhand.question.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** Files to fill in: a line for each question that is to be answered. */
@Controller
class TemplateController {

    private static final String HEADER = "customId,questionId,candidateRef,answer\r\n";
    private static final MediaType CSV =
            MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");

    private final Bank bank;
    private final InterviewDesk interviews;

    TemplateController(Bank bank, InterviewDesk interviews) {
        this.bank = bank;
        this.interviews = interviews;
    }

    @GetMapping("/uploads/new/template.csv")
    Mono<ResponseEntity<String>> template(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String interview) {
        return questions(caller, question, interview).map(TemplateController::file);
    }

    private Mono<List<String>> questions(Caller caller, String question, String interview) {
        if (!interview.isEmpty()) {
            return interviews
                    .get(caller.tenant(), interview, Optional.empty())
                    .map(found -> found.questionIds());
        }
        return question.isEmpty()
                ? Mono.just(List.of())
                : bank.latest(caller.tenant(), question).map(Entry::id).map(List::of);
    }

    /** Ids are slugs: nothing in them has to be quoted. */
    private static ResponseEntity<String> file(List<String> questions) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        UploadProgressController.attachment("answers.csv"))
                .body(
                        questions.stream()
                                .map(id -> "," + id + ",,\r\n")
                                .collect(Collectors.joining("", HEADER, "")));
    }
}
