package io.evenhand.semantic.alignment;

/** An answer to a question, read and ready to be held against keys. */
public final class Reading {

    private final Text question;
    private final Text answer;
    private final PieceSearch inQuestion;
    private final PieceSearch inAnswer;
    private final double[] knownOfAnswer;
    private final Alignment questionFound;

    public Reading(Text question, Text answer) {
        this.question = question;
        this.answer = answer;
        this.inQuestion = new PieceSearch(question.pieces());
        this.inAnswer = new PieceSearch(answer.pieces());
        PieceSearch.Nearest nearest = inQuestion.nearestTo(answer.pieces());
        this.knownOfAnswer = nearest.cosines();
        this.questionFound =
                Alignment.of(
                        question.pieces().weights(),
                        new double[question.pieces().size()],
                        nearest.backwards(),
                        new int[question.pieces().size()]);
    }

    public Text answer() {
        return answer;
    }

    /** Beside a model answer, or a criterion's text. */
    public Pairing with(Text key) {
        double[] known = inQuestion.nearestTo(key.pieces()).cosines();
        PieceSearch.Nearest nearest = inAnswer.nearestTo(key.pieces());
        return new Pairing(
                question,
                key,
                answer,
                Alignment.of(key.pieces().weights(), known, nearest.cosines(), nearest.pieces()),
                Alignment.of(
                        answer.pieces().weights(),
                        knownOfAnswer,
                        nearest.backwards(),
                        new int[answer.pieces().size()]),
                questionFound);
    }
}
