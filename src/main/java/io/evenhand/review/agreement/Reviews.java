package io.evenhand.review.agreement;

import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;

/** What was reviewed, for measuring. Calls block and belong into a transaction of the storage. */
public interface Reviews {

    /** The newest ones that a machine had graded. */
    List<Pair> pairs(Sample sample);

    /** The verdicts on the criteria of the same ones, counted. */
    List<Verdicts> verdicts(Sample sample);

    /**
     * The newest ones that two people read, each unseen by the other: the first stands for the
     * machine.
     */
    List<Pair> readers(Sample sample);

    /** The verdicts on the criteria of the same ones, counted. */
    List<Verdicts> readersVerdicts(Sample sample);

    /**
     * Which reviews are measured.
     *
     * @param question a question's key
     * @param random whether only what was picked at random
     */
    record Sample(TenantId tenant, Optional<String> question, boolean random, int most) {}

    /** Shares of the maximum, 0 to 1, and how sure the machine was. */
    record Pair(double machine, double human, double confidence) {}

    /** How often machine and person had these labels for a criterion. */
    record Verdicts(String criterion, String machine, String human, int count) {}
}
