/// A plugin for Weft with filters for pictures: each node is one small class that declares its ports by two records.
///
/// Only the Java library is used. What several filters need (planes, kernels, colour spaces) has classes of its own.
@NullMarked
package org.example.imagefilters;

import org.jspecify.annotations.NullMarked;
