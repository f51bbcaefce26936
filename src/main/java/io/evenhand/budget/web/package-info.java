/** What models have cost, over HTTP. */
@NullMarked
package io.evenhand.budget.web;

import org.jspecify.annotations.NullMarked;
