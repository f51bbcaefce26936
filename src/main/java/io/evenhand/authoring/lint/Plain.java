package io.evenhand.authoring.lint;

import io.evenhand.question.Points;

/** Points as people write them. */
final class Plain {

    private Plain() {}

    static String of(Points points) {
        return points.value().stripTrailingZeros().toPlainString();
    }
}
