package io.evenhand.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViolationsTests {

    private final Violations violations = new Violations();

    @Test
    void listsAHundred() {
        find(100);

        assertThat(violations.all())
                .hasSize(100)
                .last()
                .isEqualTo(Violation.at("/items/99", "is wrong"));
    }

    @Test
    void saysThatThereAreMoreThanItLists() {
        find(100_000);

        assertThat(violations.all())
                .hasSize(101)
                .last()
                .isEqualTo(Violation.at("", "more is wrong than the 100 things listed"));
    }

    private void find(int number) {
        IntStream.range(0, number).forEach(i -> violations.add("/items/" + i, "is wrong"));
    }
}
