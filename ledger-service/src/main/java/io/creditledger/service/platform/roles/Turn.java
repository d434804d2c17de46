package io.creditledger.service.platform.roles;

/** Whether it is this process that does what only one may. */
public interface Turn {

    /** Asked before each piece of work; a process that has just lost its turn may still be at the piece before. */
    boolean isOurs();
}
