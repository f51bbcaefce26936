package io.evenhand.semantic.lexical;

import java.util.List;

/** The longest sequence of stems, with gaps, that key and answer share; share of the key's. */
final class Order implements Family {

    @Override
    public List<String> names() {
        return List.of("sequence_recall");
    }

    @Override
    public double[] of(Trio texts) {
        List<Word> key = texts.key().content();
        List<Word> answer = texts.answer().content();
        return new double[] {key.isEmpty() ? 0 : (double) longest(key, answer) / key.size()};
    }

    private static int longest(List<Word> one, List<Word> other) {
        int[] last = new int[other.size() + 1];
        for (Word word : one) {
            int[] next = new int[last.length];
            for (int j = 1; j < next.length; j++) {
                boolean same = word.stem().equals(other.get(j - 1).stem());
                next[j] = same ? last[j - 1] + 1 : Math.max(last[j], next[j - 1]);
            }
            last = next;
        }
        return last[other.size()];
    }
}
