package dev.plumbline.http;

import dev.plumbline.verification.Report;
import dev.plumbline.verification.ReportText;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** A report for whoever accepts plain text. */
@Provider
@Produces(MediaType.TEXT_PLAIN)
public class ReportWriter implements MessageBodyWriter<Report> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Report.class;
    }

    @Override
    public void writeTo(
            Report report,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Type", MediaType.TEXT_PLAIN + ";charset=UTF-8");
        out.write(ReportText.of(report).getBytes(StandardCharsets.UTF_8));
    }
}
