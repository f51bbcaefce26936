package io.evenhand.access.limit.store;

import io.evenhand.access.limit.Quota;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;

/**
 * Names a bucket.
 *
 * @param value a digest of the key's name and its quota: another quota is another bucket, so that
 *     nothing has to be converted when an operator changes one
 */
record BucketId(TenantId tenant, String value) {

    static BucketId of(TenantId tenant, String key, Quota quota) {
        String name = key + " " + quota.requests() + "/" + quota.window();
        return new BucketId(tenant, Sha256.of(name).value());
    }
}
