/** The pages of access: sign-in, the first admin, users, keys, one's own account. */
@NullMarked
package io.evenhand.access.page;

import org.jspecify.annotations.NullMarked;
