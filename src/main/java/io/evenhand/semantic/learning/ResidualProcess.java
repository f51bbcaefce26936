package io.evenhand.semantic.learning;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * A Gaussian process over the errors that a grader made on reviewed answers to one question
 * (Rasmussen and Williams 2006, algorithm 2.1): what is left of the error on an answer like those.
 */
final class ResidualProcess {

    /** So many reviews that were as far off as the kernel says are believed in beforehand. */
    private static final double TRUST = 5;

    /**
     * What is expected of an answer.
     *
     * @param error by how much people would give more than the grader, as a share of the maximum
     * @param variance of a person's score around that, above 0
     */
    record Expectation(double error, double variance) {}

    private final List<Scored> reviewed;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private final DMatrixRMaj weights;
    private final double surprise;

    private ResidualProcess(
            List<Scored> reviewed, LinearSolverDense<DMatrixRMaj> solver, DMatrixRMaj weights) {
        this.reviewed = reviewed;
        this.solver = solver;
        this.weights = weights;
        this.surprise = surprise(solver, weights);
    }

    /**
     * @param errors by how much people gave more than the grader, one for each reviewed answer
     */
    static ResidualProcess of(List<Scored> reviewed, double[] errors) {
        int n = reviewed.size();
        DMatrixRMaj covariance = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double noise = i == j ? Kernel.NOISE : 0;
                covariance.set(i, j, Kernel.between(reviewed.get(i), reviewed.get(j)) + noise);
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
        if (!solver.setA(covariance)) {
            throw new IllegalStateException("the covariance of the reviews is not positive");
        }
        DMatrixRMaj weights = new DMatrixRMaj(n, 1);
        solver.solve(new DMatrixRMaj(n, 1, true, errors), weights);
        return new ResidualProcess(List.copyOf(reviewed), solver, weights);
    }

    /** What is expected before any review. */
    static Expectation unlearned(Scored answer) {
        return new Expectation(0, Kernel.between(answer, answer) + Kernel.NOISE);
    }

    /**
     * How much farther people were, on average, from what the other reviews made expect than the
     * kernel would have it, in squares: 1 as it would; above where people give all or nothing.
     * Leaving each review out in turn takes no more than the inverse (Rasmussen and Williams 2006,
     * section 5.4.2).
     */
    private static double surprise(LinearSolverDense<DMatrixRMaj> solver, DMatrixRMaj weights) {
        int n = weights.getNumRows();
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        solver.invert(inverse);
        double squares =
                IntStream.range(0, n)
                        .mapToDouble(i -> weights.get(i) * weights.get(i) / inverse.get(i, i))
                        .sum();
        return (TRUST + squares) / (TRUST + n);
    }

    Expectation at(Scored answer) {
        int n = reviewed.size();
        DMatrixRMaj near = new DMatrixRMaj(n, 1);
        for (int i = 0; i < n; i++) {
            near.set(i, 0, Kernel.between(reviewed.get(i), answer));
        }
        DMatrixRMaj solved = new DMatrixRMaj(n, 1);
        solver.solve(near.copy(), solved);
        double error = 0;
        double known = 0;
        for (int i = 0; i < n; i++) {
            error += near.get(i) * weights.get(i);
            known += near.get(i) * solved.get(i);
        }
        double own = Kernel.between(answer, answer);
        double variance = Math.max(0, own - known) + Kernel.NOISE;
        return new Expectation(error, surprise * variance);
    }
}
