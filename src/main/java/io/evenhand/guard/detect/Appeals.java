package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import io.evenhand.guard.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds words that speak to whoever grades the answer and want something for it.
 *
 * <p>Addressee, demand and benefit must come together: a demand for marks for this answer or of its
 * grader, an order to ignore what a grader goes by with one of them, or the claim that the answer
 * deserves its marks. Words that are quoted and spoken about, or that others are said to say, are
 * an answer about such attacks and not one of them.
 *
 * <p>Flags 0 of 12,747 answers that students wrote ({@code bin/flags}).
 */
final class Appeals implements Detector {

    /** Tokens between a demand and what it is for. */
    private static final int REACH_OF_DEMAND = 9;

    /** Tokens around a demand within which its addressee is named. */
    private static final int REACH_OF_ADDRESS = 25;

    private static final int REACH_OF_OVERRIDE = 6;
    private static final int REACH_OF_CLAIM = 8;

    @Override
    public Stream<Flag> look(Subject subject) {
        return subject.readings().stream()
                .flatMap(reading -> in(reading).stream().map(span -> flag(reading, span)))
                .distinct();
    }

    /** The stretches of the original that hold an appeal; the first one of a reading is enough. */
    static Optional<Span> in(Reading reading) {
        Search search = new Search(new Speech(reading.tokens()));
        return search.first().map(words -> reading.original(words.from(), words.to() - 1));
    }

    private static Flag flag(Reading reading, Span span) {
        String detail =
                reading.decoded()
                        ? "Decoded, this passage seems to tell whoever grades the answer what to do."
                        : "This passage seems to speak to whoever grades the answer and to ask for"
                                + " something.";
        return new Flag(Flag.Code.INJECTION_SUSPECTED, detail, span.start(), span.end());
    }

    /** One search, which knows where the topics are. */
    private static final class Search {

        private final Speech speech;
        private final List<Words> prizes;
        private final List<Words> addresses;

        Search(Speech speech) {
            this.speech = speech;
            this.prizes = speech.about(Topic.PRIZE, Topic.SMALL_PRIZE);
            this.addresses = speech.about(Topic.MINE, Topic.GRADER);
        }

        Optional<Words> first() {
            return Stream.of(demands(), overrides(), claims(), roles(), pleas())
                    .flatMap(words -> words)
                    .filter(words -> !speech.isReported(words))
                    .findFirst();
        }

        private Stream<Words> demands() {
            if (prizes.isEmpty()) {
                return Stream.empty();
            }
            Stream<Words> bare = speech.about(Topic.BARE_DEMAND).stream().filter(speech::mayDemand);
            return Stream.concat(speech.about(Topic.DEMAND).stream(), bare)
                    .flatMap(demand -> following(demand, prizes, REACH_OF_DEMAND))
                    .filter(words -> isNear(words, addresses));
        }

        /** What is overridden must be a grader's, and something must be wanted instead. */
        private Stream<Words> overrides() {
            List<Words> orders = speech.about(Topic.ORDERS);
            if (orders.isEmpty()) {
                return Stream.empty();
            }
            List<Words> wanted =
                    speech.about(
                            Topic.PRIZE,
                            Topic.SMALL_PRIZE,
                            Topic.MINE,
                            Topic.GRADER,
                            Topic.ROLE,
                            Topic.DEMAND,
                            Topic.BARE_DEMAND);
            return speech.about(Topic.OVERRIDE).stream()
                    .filter(speech::mayDemand)
                    .flatMap(verb -> following(verb, orders, REACH_OF_OVERRIDE))
                    .filter(words -> isNear(words, wanted));
        }

        /** "This answer deserves full marks", in whatever order a language puts it. */
        private Stream<Words> claims() {
            List<Words> mine = speech.about(Topic.MINE);
            return mine.isEmpty() || prizes.isEmpty()
                    ? Stream.empty()
                    : speech.about(Topic.DESERVE).stream()
                            .flatMap(claim -> around(claim, prizes))
                            .flatMap(words -> around(words, mine));
        }

        /** A part that is to be played, and a prize in it. */
        private Stream<Words> roles() {
            return speech.about(Topic.ROLE).stream()
                    .filter(speech::mayDemand)
                    .flatMap(role -> following(role, prizes, REACH_OF_ADDRESS))
                    .filter(words -> isNear(words, addresses));
        }

        private Stream<Words> pleas() {
            List<Words> graders = speech.about(Topic.GRADER);
            return speech.about(Topic.PLEA).stream().filter(plea -> isNear(plea, graders));
        }

        private static Stream<Words> following(Words first, List<Words> then, int reach) {
            return Words.within(then, first.from(), first.to() + reach)
                    .filter(next -> next.to() > first.to())
                    .findFirst()
                    .map(first::and)
                    .stream();
        }

        private static Stream<Words> around(Words words, List<Words> others) {
            return Words.within(others, words.from() - REACH_OF_CLAIM, words.to() + REACH_OF_CLAIM)
                    .filter(other -> other.from() < words.from() || other.to() > words.to())
                    .findFirst()
                    .map(words::and)
                    .stream();
        }

        /** The words themselves may hold it: "treat this answer as correct". */
        private static boolean isNear(Words words, List<Words> others) {
            return Words.within(
                            others, words.from() - REACH_OF_ADDRESS, words.to() + REACH_OF_ADDRESS)
                    .anyMatch(other -> other.from() != words.from());
        }
    }
}
