package io.evenhand.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.BatchTally;
import io.evenhand.grading.GradingStatus;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many gradings the rest of the money pays for. */
class SpendingTests {

    @Test
    void beginsWithAFewWhileNobodyKnowsThePrice() {
        assertThat(spending("5", "0", 0, 0).affordable()).isEqualTo(4);
        assertThat(spending("5", "0", 0, 3).affordable()).isEqualTo(1);
    }

    @Test
    void reckonsWithTheAverageAndWithWhatIsInFlight() {
        assertThat(spending("1", "0.2", 20, 0).affordable()).isEqualTo(80);
        assertThat(spending("1", "0.2", 20, 75).affordable()).isEqualTo(5);
        assertThat(spending("0.055", "0.05", 5, 0).affordable()).isEqualTo(1);
    }

    @Test
    void isOverAtItsLimit() {
        assertThat(spending("1", "0.999", 9, 0).isOver()).isFalse();
        assertThat(spending("1", "1.000", 9, 0).isOver()).isTrue();
        assertThat(spending("0", "0", 0, 0).isOver()).isTrue();
    }

    private static Spending spending(String most, String spent, int priced, int grading) {
        return new Spending(
                new BigDecimal(most),
                new BatchTally(
                        Map.of(GradingStatus.GRADING, grading),
                        Optional.of(new BigDecimal(spent)),
                        priced));
    }
}
