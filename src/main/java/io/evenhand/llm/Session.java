package io.evenhand.llm;

/** One inquiry on its way through the models. */
record Session<T>(Inquiry<T> inquiry, Budget budget, Tally tally) {}
