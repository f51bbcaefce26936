package io.evenhand.batch;

/**
 * What an upload is received into.
 *
 * @param replayed whether it is whole already: its lines are compared, and none is added
 * @param comesBack whether a key lets the client go on with it later
 */
public record Admission(Batch batch, boolean replayed, boolean comesBack) {}
