package io.evenhand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Batches leave room to those who wait, and never starve. */
class BulkRoomTests {

    private final BulkRoom room = BulkRoom.of(2000, 0.05);

    @Test
    void takeNoMoreThanTheirShare() {
        assertThat(room.left(0, 2000)).isEqualTo(100);
        assertThat(room.left(60, 1940)).isEqualTo(40);
        assertThat(room.left(100, 1900)).isLessThanOrEqualTo(0);
    }

    @Test
    void takeOnlyWhatOthersLeave() {
        assertThat(room.left(20, 30)).isEqualTo(30);
        assertThat(room.left(50, 0)).isLessThanOrEqualTo(0);
    }

    @Test
    void goOnALittleHoweverManyWait() {
        assertThat(room.left(0, 0)).isEqualTo(10);
        assertThat(room.left(4, 0)).isEqualTo(6);
        assertThat(room.left(10, 0)).isLessThanOrEqualTo(0);
        assertThat(BulkRoom.of(1, 0.01).left(0, 0)).isEqualTo(1);
    }

    @Test
    void takeNoMoreThanThatWhereAModelTakesLess() {
        BulkRoom narrow = room.atMost(16);

        assertThat(narrow.left(0, 2000)).isEqualTo(16);
        assertThat(narrow.left(0, 0)).isEqualTo(2);
        assertThat(narrow.isLow(9)).isFalse();
        assertThat(narrow.isLow(8)).isTrue();
        assertThat(room.atMost(200)).isEqualTo(room);
    }

    @Test
    void areLowAtHalfOfTheirShare() {
        assertThat(room.isLow(51)).isFalse();
        assertThat(room.isLow(50)).isTrue();
    }
}
