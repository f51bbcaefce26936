package io.evenhand.dispatch;

import io.evenhand.grading.work.ClosingTime;
import java.time.Duration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.DefaultLifecycleProcessor;

/**
 * What stops when. While work comes to its end the web server still answers: those who wait get
 * their grade, others hear that this instance is about to stop. Storage is open until all of this
 * is over.
 */
@Configuration(proxyBeanMethods = false)
class Closing {

    /** With the first to stop, as is readiness before that. */
    private static final int BEFORE_THE_WEB_SERVER = Integer.MAX_VALUE;

    private static final int AFTER_THE_WEB_SERVER =
            WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;

    /** For a last look at the store, and to store what is let go. */
    private static final Duration STORING = Duration.ofSeconds(10);

    @Bean
    Drain drain(
            Dispatcher dispatcher,
            ClosingTime time,
            DispatchSettings settings,
            DefaultLifecycleProcessor phases) {
        phases.setTimeoutForShutdownPhase(
                BEFORE_THE_WEB_SERVER, settings.drain().plus(STORING).toMillis());
        return new Drain(
                BEFORE_THE_WEB_SERVER, dispatcher.stop().then(time.come(settings.drain())));
    }

    /** What was accepted in the very moment when work came to its end. */
    @Bean
    Drain lastDrain(ClosingTime time) {
        return new Drain(AFTER_THE_WEB_SERVER, time.come(Duration.ZERO));
    }
}
