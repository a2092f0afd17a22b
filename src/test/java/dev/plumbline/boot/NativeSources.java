package dev.plumbline.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a native executable would be made of: with the profile "native-sources", which needs no GraalVM. */
class NativeSources {

    private static final java.nio.file.Path TARGET = java.nio.file.Path.of("target");
    private static final java.nio.file.Path CLASSES = TARGET.resolve("classes");
    private static final String OURS = "dev.plumbline.";

    private static JsonNode configuration(String name) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(TARGET.resolve("native-sources"))) {
            java.nio.file.Path runner = files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
            try (var jar = new JarFile(runner.toFile());
                    InputStream in = jar.getInputStream(jar.getEntry("META-INF/native-image/" + name))) {
                return new ObjectMapper().readTree(in);
            }
        }
    }

    @Test
    void whateverIsWrittenOrReadAsJsonIsRegistered() throws IOException {
        Set<String> registered = StreamSupport.stream(
                        configuration("reflect-config.json").spliterator(), false)
                .filter(type -> type.path("allDeclaredMethods").asBoolean())
                .map(type -> type.get("name").asText())
                .collect(Collectors.toSet());
        Set<String> written = new TreeSet<>();
        ours().stream().flatMap(NativeSources::roots).forEach(root -> reach(root, written));

        assertFalse(written.isEmpty());
        written.removeAll(registered);
        assertEquals(Set.of(), written);
    }

    @Test
    void whateverIsReadFromThePackageIsInIt() throws IOException {
        Collection<Pattern> included = StreamSupport.stream(
                        configuration("resource-config.json")
                                .at("/resources/includes")
                                .spliterator(),
                        false)
                .map(include -> Pattern.compile(include.get("pattern").asText()))
                .toList();
        java.nio.file.Path resources = java.nio.file.Path.of("src/main/resources");
        try (Stream<java.nio.file.Path> files = Files.walk(resources)) {
            assertEquals(
                    Set.of(),
                    files.filter(Files::isRegularFile)
                            .map(file -> resources.relativize(file).toString())
                            .filter(name -> !name.startsWith("META-INF/") && !name.equals("application.properties"))
                            .filter(name -> included.stream()
                                    .noneMatch(pattern -> pattern.matcher(name).matches()))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static Collection<Class<?>> ours() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.startsWith(OURS.replace('.', '/')) && name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .<Class<?>>map(NativeSources::load)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, NativeSources.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What resources answer, and what is registered by hand because it is written somewhere else. */
    private static Stream<Type> roots(Class<?> type) {
        Stream<Type> answered = type.isAnnotationPresent(Path.class)
                ? Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getGenericReturnType)
                : Stream.empty();
        RegisterForReflection byHand = type.getAnnotation(RegisterForReflection.class);
        if (byHand == null) {
            return answered;
        }
        return Stream.concat(
                answered, byHand.targets().length == 0 ? Stream.of(type) : Arrays.stream(byHand.targets()));
    }

    private static void reach(Type type, Set<String> reached) {
        if (type instanceof ParameterizedType generic) {
            reach(generic.getRawType(), reached);
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> reach(argument, reached));
        } else if (type instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> reach(bound, reached));
        } else if (type instanceof Class<?> one && one.getName().startsWith(OURS) && reached.add(one.getName())) {
            if (one.isRecord()) {
                Arrays.stream(one.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .forEach(component -> reach(component, reached));
            } else if (!one.isEnum()) {
                reached.remove(one.getName());
            }
        }
    }
}
