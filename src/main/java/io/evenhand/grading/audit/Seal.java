package io.evenhand.grading.audit;

import io.evenhand.platform.Sha256;
import java.time.Instant;

/**
 * Covers what was appended to a tenant's histories since the seal before it. Whoever keeps a hash
 * of one elsewhere can later tell whether anything of before has been changed, cut off or removed.
 *
 * @param number counts from 1 within the tenant
 * @param gradings how many histories have grown
 * @param entries how many entries it covers
 * @param root hash of the last entry of each of these histories, as they stood then
 * @param hash of this seal and of the hash before it
 */
public record Seal(
        int number, Instant sealedAt, int gradings, int entries, Sha256 root, Sha256 hash) {}
