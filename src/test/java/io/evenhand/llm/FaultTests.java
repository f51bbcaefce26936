package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTests {

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void doesNotBlameTheModelForOneRequest(int status) {
        assertThat(new Fault.Rejected(status).isModelsOwn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void blamesTheModelForWhatWouldMeetEveryRequest(int status) {
        assertThat(new Fault.Rejected(status).isModelsOwn()).isTrue();
    }
}
