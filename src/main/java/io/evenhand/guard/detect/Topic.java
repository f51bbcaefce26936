package io.evenhand.guard.detect;

/** What the phrases of a vocabulary are about. */
enum Topic {
    /** Whoever grades the answer, as it might be addressed. */
    GRADER,
    /** The answer that is being graded, or who wrote it. */
    MINE,
    /** A demand by its form, such as an imperative that is nothing else. */
    DEMAND,
    /** A verb that demands only where a sentence begins, or after {@link #LEAD}. */
    BARE_DEMAND,
    /** What may stand before a demand. */
    LEAD,
    /** What a candidate may want of a grader. */
    PRIZE,
    /** The same in words that people use for other things too. */
    SMALL_PRIZE,
    /** Begs for a prize without naming one. */
    PLEA,
    /** Says that something is due to the answer. */
    DESERVE,
    /** Demands that something be ignored. */
    OVERRIDE,
    /** What a grader goes by. */
    ORDERS,
    /** Gives the grader another part to play. */
    ROLE,
    /** Demands that something be shown. */
    REVEAL,
    /** The same where a sentence begins, or after {@link #LEAD}. */
    BARE_REVEAL,
    /** What a candidate must not see. */
    KEY,
    /** The same, but in a question to the grader alone; otherwise people speak of it freely. */
    KEY_OF_A_QUESTION,
    /** A report of what the writer or an authority over the grade says: it exempts nothing. */
    CLAIMED_REPORT,
    /** Says that what follows is told of others, or might be. */
    REPORT,
    /** Says that what stands in quotation marks is spoken about. */
    ABOUT_WORDS,
    /** Opens an answer without being one. */
    OPENER,
    /** Says that there is no answer. */
    NOTHING,
    /** Leaves open what the answer is. */
    HEDGE,
    /** Puts one thing beside another. */
    ALTERNATIVE,
    /** Turns a statement round. */
    NEGATION,
    /** In a question: asks for a list. */
    LISTING,
    /** Says that the talk is of web pages. */
    WEB
}
