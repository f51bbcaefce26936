/** What the gradings of candidates come to over an interview. */
@NullMarked
package io.evenhand.interviews.result;

import org.jspecify.annotations.NullMarked;
