package io.evenhand.authoring.lint;

import io.evenhand.authoring.lint.Finding.Code;
import io.evenhand.guard.Embedder;
import io.evenhand.question.Criterion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether two criteria look for the same thing, so that one sentence earns twice. Compares meaning
 * where the embedder is loaded, and words.
 */
final class OverlapCheck implements RubricCheck {

    /** Cosine of two descriptions. What it comes to on good and bad pairs: docs/rubrics.md. */
    private static final double NEAR = 0.75;

    /** The same of two that also share some words. */
    private static final double RATHER_NEAR = 0.55;

    private static final double SOME_SHARED = 0.3;

    /** As many words of its own at most, of the one that has fewer: it adds hardly anything. */
    private static final int FEW_OWN = 2;

    /** Share of all content words of two criteria that both have. */
    private static final double SHARED = 0.6;

    /** Fewer content words say too little for that. */
    private static final int LEAST_WORDS = 3;

    private final Wordlist words;
    private final Optional<Embedder> embedder;

    OverlapCheck(Wordlist words, Optional<Embedder> embedder) {
        this.words = words;
        this.embedder = embedder;
    }

    @Override
    public Stream<Finding> apply(Subject subject) {
        return Stream.concat(
                of(subject.earning().map(c -> read(c, subject)).toList()),
                of(subject.deductions().map(c -> read(c, subject)).toList()));
    }

    private static Stream<Finding> of(List<Item> items) {
        return IntStream.range(0, items.size())
                .boxed()
                .flatMap(
                        i ->
                                items.subList(i + 1, items.size()).stream()
                                        .filter(other -> overlap(items.get(i), other))
                                        .map(other -> finding(items.get(i), other)));
    }

    private Item read(Criterion criterion, Subject subject) {
        String text = words.without(Wordlist.LEADS, criterion.description());
        return new Item(
                criterion.id(),
                Terms.of(text, subject.language()),
                embedder.flatMap(model -> model.embed(text)));
    }

    private static boolean overlap(Item one, Item other) {
        double shared = shared(one.terms(), other.terms());
        double near = cosine(one, other);
        boolean adds = Math.min(own(one, other), own(other, one)) > FEW_OWN;
        return shared >= SHARED
                || near >= NEAR
                || near >= RATHER_NEAR && shared >= SOME_SHARED && !adds;
    }

    private static long own(Item item, Item other) {
        return item.terms().stream().filter(term -> !other.terms().contains(term)).count();
    }

    private static double shared(Set<String> one, Set<String> other) {
        if (Math.min(one.size(), other.size()) < LEAST_WORDS) {
            return !one.isEmpty() && one.equals(other) ? 1 : 0;
        }
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / (one.size() + other.size() - both.size());
    }

    private static double cosine(Item one, Item other) {
        if (one.vector().isEmpty() || other.vector().isEmpty()) {
            return 0;
        }
        float[] a = one.vector().get();
        float[] b = other.vector().get();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static Finding finding(Item one, Item other) {
        return Finding.of(
                        Code.CRITERIA_OVERLAP,
                        one.id(),
                        "The two criteria look for nearly the same thing, so that one sentence counts twice: make one of them, or say how they differ.")
                .relatedTo(other.id());
    }

    private record Item(String id, Set<String> terms, Optional<float[]> vector) {}
}
