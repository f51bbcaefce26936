/** Appeals: what candidates have against a grade, and what came of it. */
@NamedInterface("appeal")
@NullMarked
package io.evenhand.candidate.appeal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
