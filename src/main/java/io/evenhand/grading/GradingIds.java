package io.evenhand.grading;

import com.github.f4b6a3.ulid.UlidCreator;
import org.springframework.stereotype.Component;

/**
 * Makes ids: monotonic ULIDs, so that those of one instance sort by age even within a millisecond.
 */
@Component
public class GradingIds {

    public GradingId next() {
        return new GradingId(UlidCreator.getMonotonicUlid().toString());
    }
}
