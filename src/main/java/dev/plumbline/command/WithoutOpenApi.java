package dev.plumbline.command;

import java.io.InputStream;

/**
 * Finds everything but the OpenAPI document, which nobody asks a command for: Quarkus reads it at each start and has no setting for
 * that (as of 3.37, {@code OpenApiDocumentService.prepareDocument}). It is a fifth of the start.
 */
final class WithoutOpenApi extends ClassLoader {

    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc";

    WithoutOpenApi(ClassLoader parent) {
        super(parent);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        return name.startsWith(DOCUMENT) ? null : super.getResourceAsStream(name);
    }
}
