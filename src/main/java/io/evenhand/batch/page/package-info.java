/**
 * The recruiters' pages of batches: a file of answers is uploaded, looked at, started, followed.
 */
@NullMarked
package io.evenhand.batch.page;

import org.jspecify.annotations.NullMarked;
