package io.evenhand.semantic.training;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far scores agree with those of people.
 *
 * @param scores any scale
 * @param human 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent")
record Agreement(double[] scores, double[] human) {

    /** People's score above which an answer counts as right. */
    private static final double RIGHT = .5;

    /** Pearson's r; 0 where one side does not vary. */
    double r() {
        double scoreMean = Arrays.stream(scores).average().orElse(0);
        double humanMean = Arrays.stream(human).average().orElse(0);
        double product = 0;
        double scoreSquares = 0;
        double humanSquares = 0;
        for (int i = 0; i < scores.length; i++) {
            double score = scores[i] - scoreMean;
            double person = human[i] - humanMean;
            product += score * person;
            scoreSquares += score * score;
            humanSquares += person * person;
        }
        double both = Math.sqrt(scoreSquares * humanSquares);
        return both > 0 ? product / both : 0;
    }

    /** Mean absolute error, where scores are shares too. */
    double meanError() {
        return IntStream.range(0, scores.length)
                .mapToDouble(i -> Math.abs(scores[i] - human[i]))
                .average()
                .orElse(0);
    }

    /** How often both say more than half, or both do not. */
    double sameSide() {
        return IntStream.range(0, scores.length)
                .mapToDouble(i -> scores[i] > RIGHT == human[i] > RIGHT ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** How often a right answer scores above a wrong one, ties counting half; .5 is chance. */
    double areaUnderCurve() {
        double above = 0;
        long pairs = 0;
        double[] right = select(true);
        double[] wrong = select(false);
        Arrays.sort(wrong);
        for (double score : right) {
            for (double other : wrong) {
                above += score > other ? 1 : score == other ? .5 : 0;
            }
            pairs += wrong.length;
        }
        return pairs == 0 ? Double.NaN : above / pairs;
    }

    private double[] select(boolean right) {
        return IntStream.range(0, scores.length)
                .filter(i -> human[i] > RIGHT == right)
                .mapToDouble(i -> scores[i])
                .toArray();
    }
}
