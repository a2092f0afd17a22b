package dev.plumbline.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Writes into the interface what the guard asks of everybody. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class GuardedOperations implements OASFilter {

    private static final String SCHEME = "token";

    @Override
    public Operation filterOperation(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse("401", refusal("There is no token, or it is not accepted"))
                .addAPIResponse("403", refusal("The token's role may not do that, such as that of the anon key"))
                .addAPIResponse("429", refusal("The address sends too many requests; Retry-After says for how long"));
        if (operation.getResponses().getAPIResponse("503") == null) {
            operation.getResponses().addAPIResponse("503", refusal("The keys of the token's issuer cannot be had"));
        }
        return operation.addSecurityRequirement(
                OASFactory.createSecurityRequirement().addScheme(SCHEME));
    }

    private static APIResponse refusal(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType()));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
    }
}
