package io.evenhand.grading.web;

import io.evenhand.grading.Grading;
import java.util.List;

/** Entity tags of gradings: their version, which every change counts up. */
final class Etags {

    private Etags() {}

    static String of(Grading grading) {
        return "\"" + grading.version() + "\"";
    }

    /** Whether a client that sent these tags in If-None-Match has this grading already. */
    static boolean matches(List<String> tags, Grading grading) {
        String own = of(grading);
        return tags.stream()
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(own));
    }
}
