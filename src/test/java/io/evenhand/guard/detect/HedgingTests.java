package io.evenhand.guard.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.guard.Flag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HedgingTests {

    private final Detector detector = new Hedging();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maybe it is too much data, or perhaps too little, it could also be noise, I guess.",
                "Either it rises or falls, or stays the same, or both, or neither."
            })
    void findAnswersThatLeaveEverythingOpen(String answer) {
        assertThat(Answers.codes(detector, answer)).containsExactly(Flag.Code.HEDGING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I think it is leakage because the scaler saw the test data. Maybe the split was late.",
                "It is true or false."
            })
    void leaveAloneHonestDoubt(String answer) {
        assertThat(Answers.flags(detector, answer)).isEmpty();
    }
}
