package dev.weft.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.nodes.api.NodeType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class HostedNodeTypeTest {
    @Test
    void no_method_of_a_node_type_goes_around_the_plugin() {
        assertThat(NodeType.class.getMethods())
                .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
                .hasSizeGreaterThan(3)
                .allSatisfy(method -> assertThat(HostedNodeType.class.getDeclaredMethods())
                        .as("what answers %s", method)
                        .anyMatch(own -> isSame(own, method)));
    }

    private static boolean isSame(Method own, Method other) {
        return own.getName().equals(other.getName())
                && Arrays.equals(own.getParameterTypes(), other.getParameterTypes());
    }
}
