package io.evenhand.bench;

import io.evenhand.platform.CommandLine;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.convert.DurationStyle;

/** {@code bin/stub-model}: a stand-in for a model until it is stopped. */
public final class StubModelCommand {

    private StubModelCommand() {}

    public static void main(String[] arguments) throws InterruptedException {
        CommandLine options = CommandLine.parse(arguments);
        int port = Integer.parseInt(options.or("port", "8081"));
        Duration delay = DurationStyle.detectAndParse(options.or("delay", "0s"));
        try (StubModel model = StubModel.start("127.0.0.1", port, delay)) {
            options.out("A stand-in for a model listens at " + model.baseUrl() + "\n");
            new CountDownLatch(1).await();
        }
    }
}
