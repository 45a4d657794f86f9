package org.example.prompttools;

import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.Plugin;
import dev.weft.nodes.api.WeftPlugin;

/// The entry of the plugin `prompt-tools`.
@WeftPlugin(id = "prompt-tools", version = "1.0.0")
public final class PromptTools implements Plugin {
    @Override
    public void register(NodeRegistrar registrar) {
        registrar.add(new WriteText());
        registrar.add(new JoinTexts());
        registrar.add(new Template());
        registrar.add(new ReplaceText());
        registrar.add(new PromptList());
        registrar.add(new PickLines());
        registrar.add(new CombineLists());
        registrar.add(new SplitLines());
        registrar.add(new NegativePreset());
        registrar.add(new SaveText());
    }
}
