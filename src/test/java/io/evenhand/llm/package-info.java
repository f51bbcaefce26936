@NullMarked
package io.evenhand.llm;

import org.jspecify.annotations.NullMarked;
