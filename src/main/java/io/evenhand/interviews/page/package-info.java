/** The recruiters' pages of interviews: candidates in a list, one by one, and side by side. */
@NullMarked
package io.evenhand.interviews.page;

import org.jspecify.annotations.NullMarked;
