package io.evenhand.interviews.result;

import io.evenhand.grading.Mark;
import io.evenhand.interviews.Interview;
import io.evenhand.question.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An interview with its questions as the bank has them. */
public record Paper(Interview interview, Map<String, Entry> questions) {

    static Paper of(Interview interview, List<Entry> entries) {
        return new Paper(
                interview,
                entries.stream().collect(Collectors.toMap(Entry::id, Function.identity())));
    }

    public Optional<Entry> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    /** The skills that its questions ask for, in the order in which results list them. */
    public List<String> skills() {
        return interview.items().stream()
                .flatMap(item -> question(item.questionId()).stream())
                .flatMap(entry -> entry.profile().skills().stream())
                .distinct()
                .sorted()
                .toList();
    }

    CandidateResult result(String candidate, List<Mark> marks) {
        Map<String, Mark> byQuestion =
                marks.stream().collect(Collectors.toMap(Mark::questionId, Function.identity()));
        List<QuestionResult> results =
                interview.items().stream()
                        .map(
                                item ->
                                        new QuestionResult(
                                                item,
                                                question(item.questionId()),
                                                Optional.ofNullable(
                                                        byQuestion.get(item.questionId()))))
                        .toList();
        return CandidateResult.of(candidate, interview.passMark(), results);
    }
}
