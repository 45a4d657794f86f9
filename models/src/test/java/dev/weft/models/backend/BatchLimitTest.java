package dev.weft.models.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLimitTest {
    @Test
    void a_limit_is_a_number_or_left_to_the_machine() {
        assertThat(BatchLimit.parse("auto")).isEqualTo(new BatchLimit.Automatic());
        assertThat(BatchLimit.parse("12")).isEqualTo(new BatchLimit.Rows(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "many", "", "99999999999"})
    void anything_else_is_refused_in_one_sentence(String text) {
        assertThatThrownBy(() -> BatchLimit.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A limit of rows is auto or a whole number from 1, not '" + text + "'.");
    }

    @Test
    void some_of_the_machines_memory_is_free() {
        long free = new DeviceMemory(Backend.Cpu::new).free().orElseThrow();
        assertThat(free).isPositive();
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine) {
            assertThat(free).isLessThanOrEqualTo(machine.getTotalMemorySize());
        }
    }
}
