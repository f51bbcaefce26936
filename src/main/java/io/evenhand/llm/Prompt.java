package io.evenhand.llm;

import io.evenhand.platform.Sha256;

/**
 * One version of a prompt.
 *
 * @param name with its version, as in {@code grade/2}
 * @param hash of its template and schema files
 */
record Prompt(
        String name, Sha256 hash, String system, Template user, Template repair, String schema) {}
