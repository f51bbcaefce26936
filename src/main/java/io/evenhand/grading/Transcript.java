package io.evenhand.grading;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What was said to models while one answer was judged. Whoever wants to know puts one into the
 * subscriber's context, under this class; otherwise nothing is written down anywhere.
 */
public final class Transcript {

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    /** A call is about to be made. */
    public void sent(Call call) {
        calls.add(call);
    }

    /** In the order in which they were made. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /**
     * One call.
     *
     * @param model by its name in the settings
     */
    public record Call(String model, List<Message> messages) {

        public Call {
            messages = List.copyOf(messages);
        }
    }

    /**
     * A message of a call.
     *
     * @param role who speaks: {@code system}, {@code user} or {@code assistant}
     */
    public record Message(String role, String text) {}
}
