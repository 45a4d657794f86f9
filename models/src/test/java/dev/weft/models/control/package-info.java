/// Tests of which rows ControlNets steer, and with which pictures.
@NullMarked
package dev.weft.models.control;

import org.jspecify.annotations.NullMarked;
