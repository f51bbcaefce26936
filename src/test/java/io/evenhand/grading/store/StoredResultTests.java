package io.evenhand.grading.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Samples;
import io.evenhand.platform.StorageJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What earlier versions stored is read by this one. */
class StoredResultTests {

    private final StorageJson json = new StorageJson();

    @Test
    void aResultOfBeforeKnowsNothingOfIdenticalWork() {
        StoredResult result =
                new StoredResult(
                        List.of(),
                        Optional.of(Samples.byFallback(FallbackReason.DEADLINE)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        3,
                        false,
                        Optional.empty());
        String now = json.write(result);
        String before = now.replace(",\"anew\":false", "").replace("\"cached\":false,", "");

        assertThat(before).hasSize(now.length() - 13 - 15);
        assertThat(json.read(before, StoredResult.class)).isEqualTo(result);
    }
}
