package dev.plumbline.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.publication.SinksConfig.SinkConfig;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.rw.CloudEventRWException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a SinkBinding of Knative has put into the environment.
 *
 * @param sink who is told, by K_SINK
 * @param extensions what each event is given for him, by K_CE_OVERRIDES
 */
public record Knative(Optional<SinkConfig> sink, Map<String, String> extensions) {

    static final String NAME = "knative";

    /**
     * @param sink the value of K_SINK
     * @param overrides the value of K_CE_OVERRIDES
     * @throws IllegalArgumentException if that is malformed
     */
    public static Knative of(Optional<String> sink, Optional<String> overrides) {
        return new Knative(
                sink.filter(url -> !url.isBlank()).map(Knative::http),
                overrides
                        .filter(text -> !text.isBlank())
                        .map(Knative::extensions)
                        .orElse(Map.of()));
    }

    private static SinkConfig http(String url) {
        String prefix = "plumbline.sinks." + NAME;
        return new SmallRyeConfigBuilder()
                .withDefaultValue(prefix + ".type", "http")
                .withDefaultValue(prefix + ".url", url)
                .withMapping(SinksConfig.class)
                .build()
                .getConfigMapping(SinksConfig.class)
                .sinks()
                .get(NAME);
    }

    private static Map<String, String> extensions(String overrides) {
        try {
            Map<String, String> all = new TreeMap<>();
            JsonNode given = new ObjectMapper().readTree(overrides).path("extensions");
            given.properties()
                    .forEach(one -> all.put(one.getKey(), one.getValue().asText()));
            var event = CloudEventBuilder.v1();
            all.forEach(event::withExtension);
            return all;
        } catch (JsonProcessingException | CloudEventRWException e) {
            throw new IllegalArgumentException(
                    "K_CE_OVERRIDES must be JSON: {\"extensions\": {\"name\": \"value\"}}, with names of small letters and digits",
                    e);
        }
    }
}
