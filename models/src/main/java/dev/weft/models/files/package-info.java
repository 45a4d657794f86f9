/// Writing files so that nobody ever finds half of one.
///
/// File formats are not here; each has its own package.
@NullMarked
package dev.weft.models.files;

import org.jspecify.annotations.NullMarked;
