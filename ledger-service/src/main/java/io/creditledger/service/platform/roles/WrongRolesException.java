package io.creditledger.service.platform.roles;

/** A process with these roles could not work. It does not start so. */
final class WrongRolesException extends IllegalStateException {

    WrongRolesException(String why) {
        super(why);
    }
}
