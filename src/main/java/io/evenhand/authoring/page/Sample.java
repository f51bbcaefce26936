package io.evenhand.authoring.page;

import io.evenhand.question.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An answer to try a question with, made of what the question itself says. */
public enum Sample {
    MODEL("model", "the model answer") {
        @Override
        String of(String modelAnswer) {
            return modelAnswer;
        }
    },
    HALF("half", "its first half") {
        @Override
        String of(String modelAnswer) {
            int middle = modelAnswer.length() / 2;
            int end = modelAnswer.indexOf('.', middle);
            int space = modelAnswer.lastIndexOf(' ', middle);
            boolean sentence = end >= 0 && end + 1 < modelAnswer.length();
            return sentence
                    ? modelAnswer.substring(0, end + 1)
                    : modelAnswer.substring(0, Math.max(space, 1));
        }
    },
    NOTHING("nothing", "one that says nothing") {
        @Override
        String of(String modelAnswer) {
            return "I have heard of it, but I am not sure.";
        }
    };

    private final String path;
    private final String title;

    Sample(String path, String title) {
        this.path = path;
        this.title = title;
    }

    /** Its name in addresses. */
    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    abstract String of(String modelAnswer);

    /** Those that a question has something for. */
    static List<Sample> all(Question question) {
        return question.modelAnswers().isEmpty() ? List.of(NOTHING) : List.of(values());
    }

    /** What was asked for; empty if there is no such sample. */
    static String text(Question question, String wanted) {
        String model = question.modelAnswers().stream().findFirst().orElse("-");
        Optional<Sample> sample =
                Arrays.stream(values()).filter(one -> one.path.equals(wanted)).findFirst();
        return sample.filter(all(question)::contains).map(one -> one.of(model)).orElse("");
    }
}
