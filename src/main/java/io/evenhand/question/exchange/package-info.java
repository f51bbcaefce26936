/** Questions on their way between the bank and files, the shipped ones included. */
@NamedInterface("exchange")
@NullMarked
package io.evenhand.question.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
