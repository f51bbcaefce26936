package io.evenhand.semantic;

import ai.onnxruntime.OrtException;
import io.evenhand.guard.FunctionWords;
import io.evenhand.semantic.encoding.TextEncoder;
import io.evenhand.semantic.encoding.TokenEncoder;
import io.evenhand.semantic.encoding.WordPieces;
import io.evenhand.semantic.judging.SemanticJudge;
import io.evenhand.semantic.scoring.Weights;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The embedding model, loaded in the background so that the service starts without waiting. */
@Component
class SemanticModel implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SemanticModel.class);

    private final CompletableFuture<TextEncoder> encoder;
    private final CompletableFuture<SemanticJudge> judge;

    @Autowired
    SemanticModel(SemanticProperties properties) {
        this(properties, new CompletableFuture<>());
        Thread.ofPlatform().daemon().name("semantic-load").start(this::load);
    }

    /** With an encoder that somebody else brings. */
    SemanticModel(SemanticProperties properties, CompletableFuture<TextEncoder> encoder) {
        this.encoder = encoder;
        this.judge =
                encoder.thenApply(
                        e -> new SemanticJudge(e, Weights.load(), properties.cachedPieces()));
    }

    /** Comes when the model is loaded, and says then whether it could be; holds no thread. */
    Mono<Optional<SemanticJudge>> whenLoaded() {
        return Mono.fromFuture(judge, true).map(Optional::of).onErrorReturn(Optional.empty());
    }

    /** Where loading has come to, in a word for operators. */
    String state() {
        if (!judge.isDone()) {
            return "LOADING";
        }
        return judge.isCompletedExceptionally() ? "FAILED" : "LOADED";
    }

    /** Empty until the model is loaded, and if it could not be. */
    Optional<SemanticJudge> judge() {
        return judge.isDone() && !judge.isCompletedExceptionally()
                ? Optional.of(judge.join())
                : Optional.empty();
    }

    /** Empty until the model is loaded, and if it could not be. */
    Optional<TextEncoder> encoder() {
        return encoder.isDone() && !encoder.isCompletedExceptionally()
                ? Optional.of(encoder.join())
                : Optional.empty();
    }

    /** Waits until the model is loaded. */
    SemanticJudge await() {
        return judge.join();
    }

    private void load() {
        try {
            encoder.complete(new TokenEncoder(new WordPieces(FunctionWords.of("en"))));
        } catch (IOException | OrtException | RuntimeException | LinkageError e) {
            LOG.error(
                    "The in-process grader cannot be used: its embedding model failed to load", e);
            encoder.completeExceptionally(e);
        }
    }

    @Override
    public void destroy() {
        encoder.thenAccept(TextEncoder::close);
    }
}
