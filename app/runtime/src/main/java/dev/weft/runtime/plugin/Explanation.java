package dev.weft.runtime.plugin;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import java.time.Duration;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a plugin did wrong, for users: two parts of one sentence.
///
/// @param complaint what is wrong
/// @param fix what to do
record Explanation(String complaint, String fix) {
    static final Explanation UNKNOWN = new Explanation("it failed without giving a reason", "update or remove it");
    static final Explanation INTERRUPTED = new Explanation("Weft was stopped meanwhile", "start Weft again");

    private static final String AUTHOR = "update or remove it, and tell its author";
    private static final Pattern UNBOUND = Pattern.compile(
            "(?:No implementation for|Explicit bindings are required and) (.*?) (?:was|is not explicitly|annotated).*",
            Pattern.DOTALL);
    private static final Pattern CLASS_VERSION = Pattern.compile("class file version (\\d+)");

    /// Class files of Java 1.1 have version 45, and each later Java has one more.
    private static final int VERSION_OF_JAVA_0 = 44;

    private static final int LONGEST = 200;

    /// It took too long.
    static Explanation endless(Duration limit) {
        String time = limit.toSeconds() > 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
        return new Explanation("it was not done after " + time, AUTHOR);
    }

    /// It threw something. Called in a thread of the plugin, as that something may be of the plugin's own making.
    static Explanation of(Throwable thrown) {
        return switch (thrown) {
            case EntryFault fault -> fault.explanation();
            case ProvisionException provision when provision.getCause() != null -> of(provision.getCause());
            case ConfigurationException asked -> unbound(asked.getErrorMessages());
            case CreationException asked -> unbound(asked.getErrorMessages());
            case ExceptionInInitializerError initializer
            when initializer.getCause() != null -> of(initializer.getCause());
            case LinkageError linkage -> of(linkage);
            case ClassNotFoundException missing -> missingClass(text(missing));
            case OutOfMemoryError _ ->
                new Explanation("it wanted more memory than there is", "give Java more with -Xmx, or remove it");
            case StackOverflowError _ -> new Explanation("it called itself without an end", AUTHOR);
            default -> new Explanation("it failed with " + described(thrown), AUTHOR);
        };
    }

    private static Explanation of(LinkageError error) {
        return switch (error) {
            case UnsupportedClassVersionError _ ->
                new Explanation(
                        "it needs " + javaOf(error) + ", and this is Java "
                                + Runtime.version().feature(),
                        "run Weft with that Java, or get the plugin built for this one");
            case ClassFormatError _, VerifyError _ ->
                new Explanation("its classes are damaged (" + described(error) + ")", "download it again or remove it");
            case NoClassDefFoundError missing -> missingClass(text(missing));
            case UnsatisfiedLinkError _ ->
                new Explanation(
                        "it misses a native library (" + text(error) + ")", "install that or remove the plugin");
            case IncompatibleClassChangeError _ ->
                new Explanation(
                        "it was built for another version of Weft or of a plugin that it needs (" + described(error)
                                + ")",
                        "update it");
            default -> new Explanation("its classes do not fit together (" + described(error) + ")", AUTHOR);
        };
    }

    private static String javaOf(LinkageError error) {
        Matcher found = CLASS_VERSION.matcher(text(error));
        return found.find() ? "Java " + (Integer.parseInt(found.group(1)) - VERSION_OF_JAVA_0) : "a later Java";
    }

    private static Explanation missingClass(String message) {
        String name = message.replaceFirst("^Could not initialize class ", "").replace('/', '.');
        return new Explanation(
                "it uses the class " + name + ", which is neither in its jar nor in a plugin that it needs",
                "get a version of it that brings that class");
    }

    private static Explanation unbound(Collection<Message> messages) {
        String first = messages.stream().map(Message::getMessage).findFirst().orElse("");
        Matcher found = UNBOUND.matcher(first);
        return new Explanation(
                "its entry asks for "
                        + (found.matches() ? found.group(1).replaceAll("\\b[a-z]\\w*\\.", "") : "something")
                        + ", which Weft does not offer",
                "update Weft or the plugin");
    }

    private static String described(Throwable thrown) {
        String text = text(thrown);
        return thrown.getClass().getSimpleName() + (text.isEmpty() ? "" : ": " + text);
    }

    private static String text(Throwable thrown) {
        String message = thrown.getMessage();
        String first =
                message == null ? "" : message.lines().findFirst().orElse("").strip();
        return first.length() > LONGEST ? first.substring(0, LONGEST) + " …" : first;
    }
}
