package io.creditledger.service.platform.security;

import com.nimbusds.jose.KeySourceException;

/** Whether a token is good can't be found out now: the issuer does not tell its keys. */
final class KeysUnknownException extends KeySourceException {

    KeysUnknownException(String message) {
        super(message);
    }
}
