package io.evenhand.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * Starts the service, once for all such tests, with scripted graders, a clock that tests set and a
 * store that fails when told to. Nothing is taken up from the store after the start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "evenhand.dispatch.interval=1h",
            "evenhand.delivery.interval=1h",
            "evenhand.authoring.interval=1h",
            "logging.level.io.evenhand=info"
        })
@Import({ScriptedGraders.class, ApiFixtures.class})
public @interface ApiTest {}
