package {{package}};

import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.Plugin;
import dev.weft.nodes.api.WeftPlugin;

/// The entry of the plugin `{{id}}`: adds its node types to Weft.
@WeftPlugin(id = "{{id}}", version = "1.0.0")
public final class {{entry}} implements Plugin {
    @Override
    public void register(NodeRegistrar registrar) {
        registrar.add(new StyledPrompts());
    }
}
