package io.evenhand.authoring.draft;

import io.evenhand.question.Entry;
import io.evenhand.question.Question;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes down what the prompt asks for: the question, its kind, and its model answers. */
final class QuestionSheet {

    private QuestionSheet() {}

    static Map<String, String> of(Entry entry) {
        Question question = entry.question();
        Map<String, String> values = new TreeMap<>();
        values.put("kind", question.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        values.put("question", "Question:\n" + question.text().strip());
        values.put("modelAnswers", modelAnswers(question.modelAnswers()));
        values.put(roleOfModelAnswer(question), "");
        entry.profile()
                .language()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH))
                .filter(name -> !name.isBlank())
                .ifPresentOrElse(
                        name -> values.put("language", name),
                        () -> values.put("questionsLanguage", ""));
        return values;
    }

    private static String roleOfModelAnswer(Question question) {
        if (question.kind().modelAnswerIsOneExample()) {
            return "example";
        }
        return question.modelAnswers().isEmpty() ? "without" : "truth";
    }

    private static String modelAnswers(List<String> answers) {
        return IntStream.range(0, answers.size())
                .mapToObj(
                        i ->
                                "\nReference answer %d:\n%s\n"
                                        .formatted(i + 1, answers.get(i).strip()))
                .collect(Collectors.joining());
    }
}
