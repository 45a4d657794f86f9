package dev.weft.runtime.plugin;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Plugins that are broken, each in another way, and what is to be said of each.
final class BrokenPlugins {
    private static final String EMPTY_REGISTER = "@Override public void register(NodeRegistrar registrar) {}";

    private final Path folder;

    /// A part of the sentence by the plugin's id, or its file name where it has none.
    private final Map<String, String> sentences = new TreeMap<>();

    private BrokenPlugins(Path folder) {
        this.folder = folder;
    }

    /// Writes all of them.
    static Map<String, String> write(Path folder) throws IOException {
        BrokenPlugins plugins = new BrokenPlugins(folder);
        plugins.thoseThatAreNoPlugins();
        plugins.thoseWithMistakesInTheManifest();
        plugins.thoseThatDoNotFitTheOthers();
        plugins.thoseWithoutAnEntry();
        plugins.thoseWithBrokenClasses();
        plugins.thoseThatThrow();
        plugins.thoseThatDeclareNonsense();
        return plugins.sentences;
    }

    private void thoseThatAreNoPlugins() throws IOException {
        raw("empty.jar", "", "it is empty; download or copy it again, or remove it");
        raw("noise.jar", "This is no archive.", "it has other content");
        raw("page.jar", "<!DOCTYPE html><title>404</title>", "it is a web page");
        byte[] whole = Files.readAllBytes(
                PluginJar.of("torn").entry("torn.Entry", EMPTY_REGISTER).write(folder));
        Files.delete(folder.resolve("torn.jar"));
        Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
        sentences.put("half.jar", "its end is missing or damaged");
        foreign("library", "org/library/Library.class", "it has no META-INF/weft-plugin.json; a library belongs into");
        raw("link-file.jar", "version https://git-lfs.github.com/spec/v1", "Git LFS has not fetched");
        foreign("bukkit", "plugin.yml", "is a plugin for Bukkit, Spigot or Paper, as its plugin.yml says");
        foreign(
                "misplaced",
                "weft-plugin.json",
                "its manifest is weft-plugin.json instead of META-INF/weft-plugin.json");
    }

    private void thoseWithMistakesInTheManifest() throws IOException {
        manifest("unfinished", "{\"id\": \"unfinished\",", "line 1, column 21: it is not JSON");
        manifest(
                "misspelt",
                "{\n  \"id\": \"misspelt\",\n  \"version\": \"1.0.0\",\n  \"entri\": \"a.B\",\n  \"weft\": \"^0.1\"\n}",
                "line 6, column 1: it has no \"entry\"; did you mean that by \"entri\"?");
        manifest(
                "unversioned",
                "{\"id\": \"x\", \"version\": \"one\", \"entry\": \"a.B\", \"weft\": \"^0.1\"}",
                "column 24: 'one' is not a version; write three numbers, such as 1.2.0");
        manifest(
                "capital",
                "{\"id\": \"My Plugin\", \"version\": \"1.0.0\", \"entry\": \"a.B\", \"weft\": \"^0.1\"}",
                "'My Plugin' is not a plugin's id; write lower-case letters");
        manifest(
                "rangeless",
                "{\"id\": \"x\", \"version\": \"1.0.0\", \"entry\": \"a.B\", \"weft\": \"newest\"}",
                "'newest' is not a range of versions; write one such as ^1.2");
        jar("outside.jar", "wants classes from other files (Class-Path: guava.jar)")
                .entry("outside.Entry", EMPTY_REGISTER)
                .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nClass-Path: guava.jar\r\n\r\n")
                .write(folder);
    }

    private void thoseThatDoNotFitTheOthers() throws IOException {
        jar("future", "is made for a later Weft (plugin interface ^9.0, this one has 0.1.0); update Weft")
                .weft("^9.0")
                .write(folder);
        jar("past", "is made for an earlier Weft (plugin interface ^0.0.1, this one has 0.1.0); get a newer version")
                .weft("^0.0.1")
                .write(folder);
        jar("lonely", "needs plugin 'nobody', which is not there; install a version of it that fits ^1.0")
                .depends("{\"nobody\": \"^1.0\"}")
                .write(folder);
        jar("choosy", "needs plugin 'good' ^2.0, and 1.0.0 is there; update 'good'")
                .depends("{\"good\": \"^2.0\"}")
                .write(folder);
        jar("hen", "needs itself before it can be loaded: hen → egg → hen")
                .depends("{\"egg\": \"^1.0\"}")
                .write(folder);
        jar("egg", "needs itself before it can be loaded: egg → hen → egg")
                .depends("{\"hen\": \"^1.0\"}")
                .write(folder);
        Path first = jar("twin", "is there 2 times with different content").write(folder);
        Files.move(first, folder.resolve("twin-copy.jar"));
        jar("twin", "is there 2 times with different content")
                .file("more", "content")
                .write(folder);
        jar("heir", "needs plugin 'thrower', which failed; see to 'thrower' first")
                .entry("heir.Entry", EMPTY_REGISTER)
                .depends("{\"thrower\": \"^1.0\"}")
                .write(folder);
    }

    private void thoseWithoutAnEntry() throws IOException {
        jar("absent", "its entry absent.Entry is not there")
                .entry("absent.Entry")
                .write(folder);
        jar("stranger", "its entry stranger.Entry does not implement dev.weft.nodes.api.Plugin")
                .entry("stranger.Entry")
                .source("stranger.Entry", "package stranger; public class Entry {}")
                .write(folder);
        jar("vague", "its entry vague.Entry is abstract")
                .entry("vague.Entry")
                .source(
                        "vague.Entry",
                        "package vague; public abstract class Entry implements dev.weft.nodes.api.Plugin {}")
                .write(folder);
        entry("split", "Entry() {} Entry(Folders folders) {} " + EMPTY_REGISTER, "has 2 constructors instead of one");
        entry(
                "greedy",
                "Entry(Thread thread) {} " + EMPTY_REGISTER,
                "its entry asks for Thread, which Weft does not offer");
    }

    private void thoseWithBrokenClasses() throws IOException {
        Path library = PluginJar.of("gone")
                .source("gone.Library", "package gone; public class Library { public static void use() {} }")
                .write(folder);
        jar("incomplete", "it uses the class gone.Library, which is neither in its jar nor in a plugin that it needs")
                .entry("incomplete.Entry", "Entry() { gone.Library.use(); } " + EMPTY_REGISTER)
                .write(folder, library);
        Files.delete(library);
        byte[] later = emptyEntry("later.Entry");
        ByteBuffer.wrap(later).putShort(6, (short) 99);
        jar("later", "it needs Java 55, and this is Java ")
                .entry("later.Entry")
                .file("later/Entry.class", later)
                .write(folder);
        jar("damaged", "its classes are damaged (ClassFormatError")
                .entry("damaged.Entry")
                .file("damaged/Entry.class", "no class")
                .write(folder);
        jar("outdated", "it was built for another version of Weft or of a plugin that it needs (NoSuchMethodError")
                .entry("outdated.Entry")
                .file("outdated/Entry.class", entryThatCallsWhatIsNotThere("outdated.Entry"))
                .write(folder);
        entry(
                "native",
                "Entry() { System.loadLibrary(\"nowhere-to-be-found\"); } " + EMPTY_REGISTER,
                "it misses a native library (no nowhere-to-be-found in java.library.path");
    }

    private void thoseThatThrow() throws IOException {
        entry(
                "thrower",
                "Entry() { throw new IllegalStateException(\"no luck\"); } " + EMPTY_REGISTER,
                "it failed with IllegalStateException: no luck");
        entry(
                "static",
                "static { if (true) throw new IllegalStateException(\"at once\"); } " + EMPTY_REGISTER,
                "it failed with IllegalStateException: at once");
        entry(
                "asserter",
                "Entry() { throw new AssertionError(\"never\"); } " + EMPTY_REGISTER,
                "it failed with AssertionError: never");
        entry(
                "glutton",
                "Entry() { long[] all = new long[Integer.MAX_VALUE]; } " + EMPTY_REGISTER,
                "it wanted more memory than there is");
        entry("snail", "Entry() { new Entry(); } " + EMPTY_REGISTER, "it called itself without an end");
        entry("killer", "Entry() { throw new ThreadDeath(); } " + EMPTY_REGISTER, "it failed with ThreadDeath");
        entry(
                "liar",
                "Entry() { throw new RuntimeException() { @Override public String getMessage() { throw new Error(); } }; } "
                        + EMPTY_REGISTER,
                "it failed with Error; update");
        String endless =
                "for (;;) { Thread.interrupted(); java.util.concurrent.locks.LockSupport.parkNanos(1_000_000); }";
        entry("endless", "Entry() { " + endless + " } " + EMPTY_REGISTER, "it was not done after ");
        entry(
                "stubborn",
                "@Override public void register(NodeRegistrar registrar) { " + endless + " }",
                "it was not done after ");
    }

    private void thoseThatDeclareNonsense() throws IOException {
        register(
                "thief",
                "registrar.add(type(\"good:make\"));",
                "it declares the node type 'good:make', which does not begin with 'thief:'");
        register(
                "stammerer",
                "registrar.add(type(\"stammerer:a\")); registrar.add(type(\"stammerer:a\"));",
                "it declares the node type 'stammerer:a' twice");
        register("misnamer", "registrar.add(type(\"Mis Namer\"));", "'Mis Namer' is not a node type id");
        register("void", "registrar.add((NodeType) null);", "it failed with NullPointerException");
    }

    private void register(String id, String work, String sentence) throws IOException {
        entry(id, """
                static NodeType type(String id) {
                    NodeSignature signature = NodeSignature.of(id, 1, "t", "c", "d");
                    return new NodeType() {
                        @Override public NodeSignature signature() { return signature; }
                        @Override public NodeResult execute(NodeInputs inputs, NodeContext context) {
                            return NodeOutputs.NONE;
                        }
                    };
                }
                @Override public void register(NodeRegistrar registrar) { %s }
                """.formatted(work), sentence);
    }

    private void entry(String id, String body, String sentence) throws IOException {
        String name = "p_" + id + ".Entry";
        jar(id, sentence).entry(name, body).write(folder);
    }

    private PluginJar jar(String id, String sentence) {
        sentences.put(id, sentence);
        return PluginJar.of(id.replace(".jar", ""));
    }

    private void raw(String file, String content, String sentence) throws IOException {
        Files.writeString(folder.resolve(file), content, StandardCharsets.UTF_8);
        sentences.put(file, sentence);
    }

    private void foreign(String id, String sign, String sentence) throws IOException {
        PluginJar.of(id).withoutManifest().file(sign, "name: x").write(folder);
        sentences.put(id + ".jar", sentence);
    }

    private void manifest(String id, String json, String sentence) throws IOException {
        PluginJar.of(id).file(PluginFile.MANIFEST, json).write(folder);
        sentences.put(id + ".jar", sentence);
    }

    private static byte[] emptyEntry(String name) {
        return ClassFile.of()
                .build(
                        ClassDesc.of(name),
                        builder -> builder.withInterfaceSymbols(ClassDesc.of("dev.weft.nodes.api.Plugin")));
    }

    private static byte[] entryThatCallsWhatIsNotThere(String name) {
        return ClassFile.of()
                .build(
                        ClassDesc.of(name),
                        builder -> builder.withInterfaceSymbols(ClassDesc.of("dev.weft.nodes.api.Plugin"))
                                .withMethodBody(
                                        ConstantDescs.INIT_NAME,
                                        ConstantDescs.MTD_void,
                                        ClassFile.ACC_PUBLIC,
                                        code -> code.aload(0)
                                                .invokespecial(
                                                        ConstantDescs.CD_Object,
                                                        ConstantDescs.INIT_NAME,
                                                        ConstantDescs.MTD_void)
                                                .invokestatic(
                                                        ClassDesc.of("dev.weft.nodes.api.NodeOutputs"),
                                                        "none",
                                                        MethodTypeDesc.of(ConstantDescs.CD_void))
                                                .return_()));
    }
}
