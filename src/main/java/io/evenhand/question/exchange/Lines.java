package io.evenhand.question.exchange;

import java.util.HashMap;
import java.util.Map;

/** In which line of a file each of its parts begins. */
final class Lines {

    private final Map<String, Integer> lines = new HashMap<>();

    void add(String pointer, int line) {
        lines.putIfAbsent(pointer, line);
    }

    /** Of what is not in the file, the line of what it should stand in. */
    int of(String pointer) {
        String place = pointer;
        while (!place.isEmpty() && !lines.containsKey(place)) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return lines.getOrDefault(place, 1);
    }
}
