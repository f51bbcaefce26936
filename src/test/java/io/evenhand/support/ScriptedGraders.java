package io.evenhand.support;

import io.evenhand.grading.GraderKind;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Puts scripted graders before the real ones. */
@TestConfiguration(proxyBeanMethods = false)
public class ScriptedGraders {

    @Bean
    @Order(0)
    ScriptedGrader model() {
        return new ScriptedGrader(GraderKind.LLM);
    }

    @Bean
    @Order(0)
    ScriptedGrader fallback() {
        return new ScriptedGrader(GraderKind.SEMANTIC);
    }
}
