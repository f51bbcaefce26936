package io.evenhand.llm;

/** One grading on its way through the models. */
record Session(Briefing briefing, Budget budget, Tally tally) {}
