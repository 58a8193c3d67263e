package dev.parley.platform.web;

import static java.util.Objects.requireNonNull;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Sends the pages that controllers return, as [JteModel] or as [Answer].
@Component
class JteModels implements HandlerMethodReturnValueHandler {
    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return JteModel.class.isAssignableFrom(type.getParameterType())
                || Answer.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value,
            MethodParameter type,
            ModelAndViewContainer container,
            NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        switch (value) {
            case JteModel page -> send(page, response);
            case Answer.Page(var status, var page) -> {
                response.setStatus(status);
                send(page, response);
            }
            case Answer.Redirect(var path) -> sendOn(request.getContextPath() + path, response);
            case null, default ->
                    throw new IllegalStateException("%s returned no page".formatted(type));
        }
    }

    /// Not by `sendRedirect` with a status: the session's response wrapper does not override that
    /// method, and would set its cookie too late.
    static void sendOn(String location, HttpServletResponse response) {
        response.setStatus(303);
        response.setHeader("Location", location);
    }

    /// The whole page is rendered before the first byte is sent, so that a failure while rendering
    /// still produces an error page.
    static void send(JteModel page, HttpServletResponse response) throws IOException {
        var output = new Utf8ByteOutput();
        page.render(output);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
