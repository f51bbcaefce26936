package io.evenhand.delivery.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.delivery.EndpointId;
import org.junit.jupiter.api.Test;

/** How much may be in flight, and to whom. */
class LanesTests {

    private static final EndpointId ONE = EndpointId.next();
    private static final EndpointId OTHER = EndpointId.next();
    private final Lanes lanes = new Lanes(5, 3);

    @Test
    void boundEachEndpointAndAll() {
        lanes.take(ONE, 3);

        assertThat(lanes.room(ONE)).isZero();
        assertThat(lanes.full()).containsExactly(ONE);
        assertThat(lanes.room(OTHER)).isEqualTo(2);
        assertThat(lanes.room()).isEqualTo(2);

        lanes.free(ONE);
        assertThat(lanes.room(ONE)).isEqualTo(1);
        assertThat(lanes.full()).isEmpty();
        lanes.free(ONE);
        lanes.free(ONE);
        assertThat(lanes.isEmpty()).isTrue();
    }

    @Test
    void narrowForOneThatFailsUntilItTakesOne() {
        lanes.heard(ONE, false);
        assertThat(lanes.room(ONE)).isEqualTo(1);
        assertThat(lanes.room(OTHER)).isEqualTo(3);

        lanes.take(ONE, 1);
        assertThat(lanes.full()).containsExactly(ONE);

        lanes.heard(ONE, true);
        assertThat(lanes.room(ONE)).isEqualTo(2);
    }
}
