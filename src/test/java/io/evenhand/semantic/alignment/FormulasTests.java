package io.evenhand.semantic.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.semantic.encoding.TokenVectors;
import org.junit.jupiter.api.Test;

class FormulasTests {

    @Test
    void makesLightOfFormulas() {
        TokenVectors pieces =
                new TokenVectors(
                        new float[][] {{1}, {1}}, new double[] {1, 1}, new int[] {0, 3}, true);

        assertThat(Formulas.lighter("a $b$", pieces).weights()).containsExactly(1, .25);
        assertThat(Formulas.lighter("a 5$ b", pieces).weights()).containsExactly(1, 1);
    }
}
