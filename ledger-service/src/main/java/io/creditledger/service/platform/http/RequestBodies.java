package io.creditledger.service.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.node.JsonNodeFactory;

/** Gives a controller the body of its request as a {@link RequestObject}. No body is an object without fields. */
final class RequestBodies implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RequestObject.class;
    }

    @Override
    public RequestObject resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory)
            throws IOException, HttpMediaTypeNotSupportedException {
        HttpServletRequest request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        String contentType = request.getContentType();
        if (contentType != null) {
            requireJson(contentType);
        }
        byte[] body = bodyOf(request);
        if (body.length == 0) {
            return new RequestObject(JsonNodeFactory.instance.objectNode());
        }
        if (contentType == null) {
            throw unsupported(null);
        }
        return new RequestObject(StrictJson.object(body));
    }

    /** Read without its length being known, any body has room for 16 KB made for it. */
    private static byte[] bodyOf(HttpServletRequest request) throws IOException {
        int length = request.getContentLength();
        InputStream body = request.getInputStream();
        return length < 0 ? body.readAllBytes() : body.readNBytes(length);
    }

    private static void requireJson(String contentType) throws HttpMediaTypeNotSupportedException {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            if (!MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)) {
                throw unsupported(type);
            }
        } catch (InvalidMediaTypeException malformed) {
            throw unsupported(null);
        }
    }

    private static HttpMediaTypeNotSupportedException unsupported(@Nullable MediaType type) {
        return new HttpMediaTypeNotSupportedException(type, List.of(MediaType.APPLICATION_JSON));
    }
}
