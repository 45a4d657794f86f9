/// Reading the JSON files that lie beside model files.
///
/// What their entries mean is the business of the packages that ask for them; workflow files are not read here.
@NullMarked
package dev.weft.models.config;

import org.jspecify.annotations.NullMarked;
