package io.creditledger.service.platform.http;

/** Reads bodies as the border does, for tests of what is made of them. */
public final class BodiesForTests {

    private BodiesForTests() {}

    public static RequestObject read(byte[] body) {
        return new RequestObject(StrictJson.object(body));
    }
}
