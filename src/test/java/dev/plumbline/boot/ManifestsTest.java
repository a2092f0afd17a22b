package dev.plumbline.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests for Kubernetes, as its own model reads them: what one names, another has. */
class ManifestsTest {

    private static final Path FOLDER = Path.of("src/main/kubernetes");

    /** Fields that the model does not know are an error. */
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Deployment DEPLOYMENT = read("deployment.yaml", Deployment.class);
    private static final Service SERVICE = read("service.yaml", Service.class);
    private static final Job MIGRATE = read("migrate.yaml", Job.class);
    private static final CronJob VERIFY = read("verify.yaml", CronJob.class);

    private static <T> T read(String file, Class<T> type) {
        try {
            return strict(YAML.readTree(FOLDER.resolve("base").resolve(file).toFile()), type);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /** The model keeps what it does not know, and so a misspelt field is there again in what it writes: at another place. */
    private static <T> T strict(JsonNode tree, Class<T> type) throws IOException {
        T read = YAML.treeToValue(tree, type);
        assertEquals(List.of(), unknown(read), type.getSimpleName());
        return read;
    }

    private static List<String> unknown(Object value) {
        if (value instanceof List<?> many) {
            return many.stream().flatMap(one -> unknown(one).stream()).toList();
        }
        if (value == null || !value.getClass().getName().startsWith("io.fabric8.")) {
            return List.of();
        }
        try {
            var found = new java.util.ArrayList<String>();
            for (var method : value.getClass().getMethods()) {
                if (method.getName().equals("getAdditionalProperties")) {
                    ((java.util.Map<?, ?>) method.invoke(value)).keySet().forEach(key -> found.add(key.toString()));
                } else if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
                    found.addAll(unknown(method.invoke(value)));
                }
            }
            return found;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<PodSpec> pods() {
        return Stream.of(
                DEPLOYMENT.getSpec().getTemplate().getSpec(),
                MIGRATE.getSpec().getTemplate().getSpec(),
                VERIFY.getSpec().getJobTemplate().getSpec().getTemplate().getSpec());
    }

    private static Container container() {
        return DEPLOYMENT.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    @Test
    void nobodyIsRootOrCanWriteOrHasARightThatIsNotNeeded() {
        pods().forEach(pod -> {
            assertFalse(pod.getAutomountServiceAccountToken());
            assertTrue(pod.getSecurityContext().getRunAsNonRoot());
            assertEquals(
                    "RuntimeDefault",
                    pod.getSecurityContext().getSeccompProfile().getType());
            pod.getContainers().forEach(one -> {
                assertTrue(one.getSecurityContext().getReadOnlyRootFilesystem());
                assertFalse(one.getSecurityContext().getAllowPrivilegeEscalation());
                assertEquals(
                        List.of("ALL"),
                        one.getSecurityContext().getCapabilities().getDrop());
                assertEquals(
                        "512Mi", one.getResources().getLimits().get("memory").toString());
                assertEquals("plumbline", one.getEnvFrom().get(0).getSecretRef().getName());
                assertEquals(
                        pod.getVolumes().stream()
                                .map(volume -> volume.getName())
                                .toList(),
                        one.getVolumeMounts().stream()
                                .map(mount -> mount.getName())
                                .toList());
            });
        });
    }

    @Test
    void theProbesAreWhereTheServiceAnswersThem() {
        var probes = List.of(
                container().getStartupProbe().getHttpGet(),
                container().getReadinessProbe().getHttpGet(),
                container().getLivenessProbe().getHttpGet());
        assertEquals(
                List.of("/q/health/started", "/q/health/ready", "/q/health/live"),
                probes.stream().map(HTTPGetAction::getPath).toList());
        probes.forEach(probe -> assertEquals("management", probe.getPort().getStrVal()));
    }

    @Test
    void whatNamesAPortOrPodNamesOneThatThereIs() {
        Set<String> ports =
                container().getPorts().stream().map(port -> port.getName()).collect(Collectors.toSet());
        assertEquals(
                List.of(8080, 9000),
                container().getPorts().stream()
                        .map(port -> port.getContainerPort())
                        .toList());
        SERVICE.getSpec()
                .getPorts()
                .forEach(port -> assertTrue(ports.contains(port.getTargetPort().getStrVal())));
        var labels = DEPLOYMENT.getSpec().getTemplate().getMetadata().getLabels();
        assertEquals(labels, SERVICE.getSpec().getSelector());
        assertEquals(labels, DEPLOYMENT.getSpec().getSelector().getMatchLabels());

        NetworkPolicy policy = read("networkpolicy.yaml", NetworkPolicy.class);
        policy.getSpec().getIngress().stream()
                .flatMap(rule -> rule.getPorts().stream())
                .forEach(port -> assertTrue(ports.contains(port.getPort().getStrVal())));
        assertEquals(
                List.of("plumbline", "plumbline-migrate", "plumbline-verify"),
                policy.getSpec().getPodSelector().getMatchExpressions().get(0).getValues());
        List.of(
                        MIGRATE.getSpec().getTemplate(),
                        VERIFY.getSpec().getJobTemplate().getSpec().getTemplate())
                .forEach(pod -> assertTrue(policy.getSpec()
                        .getPodSelector()
                        .getMatchExpressions()
                        .get(0)
                        .getValues()
                        .contains(pod.getMetadata().getLabels().get("app.kubernetes.io/name"))));
    }

    @Test
    void whatCannotBeMendedByAnotherAttemptIsNotTriedAgain() {
        var rule = MIGRATE.getSpec().getPodFailurePolicy().getRules().get(0);
        assertEquals("FailJob", rule.getAction());
        assertEquals(List.of(1, 2, 3), rule.getOnExitCodes().getValues());
        assertEquals(
                MIGRATE.getSpec().getTemplate().getSpec().getContainers().get(0).getName(),
                rule.getOnExitCodes().getContainerName());
        assertEquals("Never", MIGRATE.getSpec().getTemplate().getSpec().getRestartPolicy());
        assertTrue(MIGRATE.getSpec().getTtlSecondsAfterFinished() > 0);
    }

    @Test
    void whatEndsSoonIsToldOptionsThatJavaKnows() throws IOException, InterruptedException {
        Container ofInit = strict(
                        YAML.readTree(
                                FOLDER.resolve("init-container/deployment.yaml").toFile()),
                        Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getInitContainers()
                .get(0);
        for (Container one : Stream.concat(
                        pods().skip(1).map(pod -> pod.getContainers().get(0)), Stream.of(ofInit))
                .toList()) {
            var java = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-version")
                    .redirectErrorStream(true);
            one.getEnv().forEach(variable -> java.environment().put(variable.getName(), variable.getValue()));
            assertTrue(java.environment().containsKey("JDK_JAVA_OPTIONS"));
            Process process = java.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
            assertTrue(said.contains("Picked up JDK_JAVA_OPTIONS"), said);
        }
    }

    @Test
    void theMonitorNamesAPortOfTheServiceAndThePathOfItsMetrics() throws IOException {
        JsonNode monitor = YAML.readTree(FOLDER.resolve("base/monitor.yaml").toFile());
        assertEquals("/q/metrics", monitor.at("/spec/endpoints/0/path").asText());
        assertTrue(SERVICE.getSpec().getPorts().stream()
                .anyMatch(port -> port.getName()
                        .equals(monitor.at("/spec/endpoints/0/port").asText())));
        assertEquals(
                SERVICE.getMetadata().getLabels().get("app.kubernetes.io/name"),
                monitor.at("/spec/selector/matchLabels")
                        .path("app.kubernetes.io/name")
                        .asText());
    }

    @Test
    void theAlertsAreThoseOfTheFileForPrometheus() throws IOException {
        assertEquals(
                YAML.readTree(Path.of("src/main/observability/plumbline.rules.yml")
                                .toFile())
                        .get("groups"),
                YAML.readTree(FOLDER.resolve("base/alerts.yaml").toFile()).at("/spec/groups"));
    }

    /** As kubectl puts them together, where there is one. */
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlay", "init-container"})
    void eachWayMigratesOnceWithTheImageOfTheService(String way) throws IOException, InterruptedException {
        assumeTrue(Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "kubectl"))));
        Process kubectl =
                new ProcessBuilder("kubectl", "kustomize", FOLDER.resolve(way).toString()).start();
        String all = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, kubectl.waitFor());
        List<String> images = all.lines()
                .filter(line -> line.strip().startsWith("image: "))
                .map(line -> line.strip().replace("image: ", ""))
                .toList();
        assertEquals(3, images.size(), all);
        assertEquals(1, Set.copyOf(images).size(), all);
        String tag = images.get(0).replaceFirst(".*:", "");
        assertEquals(!way.equals("init-container"), all.contains("name: plumbline-migrate-" + tag + "\n"), all);
        assertEquals(way.equals("init-container"), all.contains("initContainers:"), all);
        assertEquals(
                1, all.lines().filter(line -> line.strip().equals("- migrate")).count(), all);
    }
}
