package io.evenhand.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an address of a database says of where it is. */
class EmbeddedStoreUrlTests {

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:./data/evenhand;MODE=PostgreSQL, true, true",
        "jdbc:h2:./data/evenhand, true, true",
        "jdbc:h2:~/evenhand, true, true",
        "jdbc:h2:mem:start;MODE=PostgreSQL, true, false",
        "jdbc:h2:tcp://db/evenhand, false, false",
        "jdbc:h2:ssl://db/evenhand, false, false",
        "jdbc:postgresql://db/evenhand, false, false",
    })
    void isOfThisProcessAndInAFile(String url, boolean embedded, boolean inFile) {
        EmbeddedStore store = new EmbeddedStore(url);

        assertThat(store.isEmbedded()).isEqualTo(embedded);
        assertThat(store.isInFile()).isEqualTo(inFile);
    }
}
