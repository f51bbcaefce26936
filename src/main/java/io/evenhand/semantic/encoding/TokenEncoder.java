package io.evenhand.semantic.encoding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Runs all-MiniLM-L6-v2 on onnxruntime for the vector of every word piece; LangChain4j's class
 * gives only their mean. May be used by many threads at once.
 */
public final class TokenEncoder implements TextEncoder {

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final WordPieces pieces;

    /** Closing waits for what runs: native code that loses its session takes the process along. */
    private final ReadWriteLock gate = new ReentrantReadWriteLock();

    private boolean closed;

    public TokenEncoder(WordPieces pieces) throws IOException, OrtException {
        this.pieces = pieces;
        try (InputStream model = resource(MODEL);
                InputStream vocabulary = resource(TOKENIZER);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(model.readAllBytes(), options);
            this.tokenizer =
                    HuggingFaceTokenizer.newInstance(
                            vocabulary, Map.of("padding", "false", "truncation", "false"));
        }
    }

    /** A text longer than the model can take at once is read in windows. */
    @Override
    public TokenVectors encode(String text, int mostPieces) {
        if (text.isBlank()) {
            return TokenVectors.NONE;
        }
        gate.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the embedding model is closed");
            }
            return encoded(text, mostPieces);
        } finally {
            gate.readLock().unlock();
        }
    }

    private TokenVectors encoded(String text, int mostPieces) {
        Encoding encoding = tokenizer.encode(text, false, false);
        long[] ids = encoding.getIds();
        int size = Math.min(ids.length, mostPieces);
        float[][] vectors = new float[size][];
        for (int from = 0; from < size; from += Windows.LENGTH) {
            int to = Math.min(size, from + Windows.LENGTH);
            float[][] window = run(Windows.framed(ids, from, to));
            for (int i = from; i < to; i++) {
                vectors[i] = Windows.normalised(window[i - from + 1]);
            }
        }
        return new TokenVectors(
                vectors, weights(encoding, size), starts(text, encoding, size), size == ids.length);
    }

    private float[][] run(long[] ids) {
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor input = tensor(ids);
                OnnxTensor mask = tensor(ones);
                OnnxTensor types = tensor(new long[ids.length]);
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "input_ids", input,
                                        "attention_mask", mask,
                                        "token_type_ids", types))) {
            return ((float[][][]) result.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model failed", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    private double[] weights(Encoding encoding, int size) {
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = pieces.weight(encoding.getTokens()[i], encoding.getIds()[i]);
        }
        return weights;
    }

    private static int[] starts(String text, Encoding encoding, int size) {
        int[] starts = new int[size];
        int unit = 0;
        int codePoint = 0;
        for (int i = 0; i < size; i++) {
            int start = encoding.getCharTokenSpans()[i].getStart();
            unit = text.offsetByCodePoints(unit, start - codePoint);
            codePoint = start;
            starts[i] = unit;
        }
        return starts;
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = TokenEncoder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("not on the class path: " + name);
        }
        return stream;
    }

    @Override
    public void close() {
        gate.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                tokenizer.close();
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model could not be closed", e);
        } finally {
            gate.writeLock().unlock();
        }
    }
}
