package dev.parley.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/// Checks the fields of multipart forms, which no filter has read.
final class InputInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            InputChecks.parameters(request.getParameterMap())
                    .ifPresent(input -> {
                        throw new BadInputException(input);
                    });
        }
        return true;
    }
}
