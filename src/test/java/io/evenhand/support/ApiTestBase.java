package io.evenhand.support;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** What every test of the API has at hand; each begins with a model that meets everything. */
@ApiTest
public abstract class ApiTestBase {

    @Autowired protected Api api;
    @Autowired protected ScriptedGrader model;
    @Autowired protected ScriptedGrader fallback;
    @Autowired protected TestClock clock;
    @Autowired protected StoreFaults faults;

    @BeforeEach
    void reset() {
        model.reset();
        fallback.reset();
        clock.reset();
        faults.reset();
        model.will(assignment -> Mono.just(ScriptedGrader.allMet(assignment)));
    }
}
