/** What the gradings of candidates come to over an interview. */
@NamedInterface("result")
@NullMarked
package io.evenhand.interviews.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
