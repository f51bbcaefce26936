package io.evenhand.semantic.learning;

import io.evenhand.grading.Calibrated;
import java.util.List;
import java.util.Optional;

/** What reviewed answers to one question teach, ready to be asked about others. */
public final class Learner {

    private final int reviews;
    private final double drift;
    private final Optional<ResidualProcess> process;

    /**
     * @param human what people gave for each of the reviewed answers, 0 to 1
     * @param drift what is expected to be amiss before any review of this question
     */
    public Learner(List<Scored> reviewed, List<Double> human, double drift) {
        double[] errors = new double[reviewed.size()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = human.get(i) - reviewed.get(i).prior() - drift;
        }
        this.reviews = reviewed.size();
        this.drift = drift;
        this.process =
                reviewed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ResidualProcess.of(reviewed, errors));
    }

    public Calibrated expect(Scored answer) {
        ResidualProcess.Expectation left =
                process.map(known -> known.at(answer))
                        .orElseGet(() -> ResidualProcess.unlearned(answer));
        return new Calibrated(
                reviews,
                answer.prior(),
                Math.clamp(answer.prior() + drift + left.error(), 0, 1),
                Math.sqrt(left.variance()));
    }
}
