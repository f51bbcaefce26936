package io.evenhand.dispatch;

import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/** Brings work to its end when its turn to stop has come, and holds up what stops later. */
final class Drain implements SmartLifecycle {

    private final int phase;
    private final Mono<Void> end;
    private volatile boolean running;

    Drain(int phase, Mono<Void> end) {
        this.phase = phase;
        this.end = end;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        end.onErrorComplete().doFinally(signal -> callback.run()).subscribe();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
