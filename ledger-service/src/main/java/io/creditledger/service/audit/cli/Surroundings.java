package io.creditledger.service.audit.cli;

import java.io.PrintWriter;
import java.util.Map;

/**
 * What a command has around it.
 *
 * @param environment variables
 * @param out for what was asked for
 * @param err for everything else
 * @param terminal whether a person watches {@code err}
 */
record Surroundings(Map<String, String> environment, PrintWriter out, PrintWriter err, boolean terminal) {}
