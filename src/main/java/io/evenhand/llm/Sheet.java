package io.evenhand.llm;

import io.evenhand.grading.Assignment;
import io.evenhand.question.Criterion;
import io.evenhand.question.Question;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Writes down what the prompt asks for: question, model answers, rubric and answer. */
record Sheet(Assignment assignment, Keys keys) {

    /** The values of the prompt's marks, except those that differ from call to call. */
    Map<String, String> values() {
        Question question = assignment.question();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("question", question.text());
        values.put("modelAnswers", modelAnswers(question.modelAnswers()));
        values.put(roleOfModelAnswer(question), "");
        values.put("rubric", rubric());
        values.put("answer", assignment.answer());
        assignment
                .feedbackLanguage()
                .or(assignment::language)
                .ifPresentOrElse(
                        tag -> values.put("language", nameOf(tag)),
                        () -> values.put("answersLanguage", ""));
        return values;
    }

    /** Small models know "German" better than "de". */
    private static String nameOf(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        return name.isBlank() ? tag : name;
    }

    private static String roleOfModelAnswer(Question question) {
        if (question.modelAnswers().isEmpty()) {
            return "without";
        }
        return question.kind().modelAnswerIsOneExample() ? "example" : "truth";
    }

    private static String modelAnswers(List<String> answers) {
        if (answers.size() == 1) {
            return "\n" + answers.getFirst();
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < answers.size(); i++) {
            all.append("\n## ").append(i + 1).append(", as right as the others\n\n");
            all.append(answers.get(i)).append('\n');
        }
        return all.toString();
    }

    private String rubric() {
        StringJoiner lines = new StringJoiner("\n");
        keys.criteria().forEach((key, criterion) -> lines.add(line(key, criterion)));
        return lines.toString();
    }

    private static String line(String key, Criterion criterion) {
        StringBuilder line = new StringBuilder("- \"").append(key).append("\" (");
        if (criterion.isDeduction()) {
            line.append("deduction, ").append(plain(criterion)).append(" points if it applies");
        } else {
            line.append(plain(criterion)).append(" points");
            line.append(criterion.partial() ? ", half is allowed" : "");
        }
        line.append("): ").append(criterion.description());
        Keys.levels(criterion)
                .forEach(
                        (name, level) -> {
                            line.append("\n  - level \"").append(name).append("\"");
                            line.append(name.equals(level.label()) ? "" : ": " + level.label());
                            line.append(" (").append(number(level.points().value())).append(")");
                        });
        return line.toString();
    }

    private static String plain(Criterion criterion) {
        return number(criterion.points().value());
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
