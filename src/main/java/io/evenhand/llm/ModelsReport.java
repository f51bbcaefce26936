package io.evenhand.llm;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/** Says once at the start which models grade, and what happens if none does. */
record ModelsReport(LlmSettings settings) implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(ModelsReport.class);

    @Override
    public void afterPropertiesSet() {
        log.info(sentence());
    }

    String sentence() {
        if (settings.models().isEmpty()) {
            return "No LLM is configured (evenhand.llm.models): answers get provisional grades from the in-process grader.";
        }
        return settings.models().stream()
                .map(ModelSettings::toString)
                .collect(Collectors.joining(", then ", "Answers are graded by ", "."));
    }
}
