package io.creditledger.service.platform.axon;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the command side takes on.
 *
 * @param maxUnderWay commands waiting or being decided at a time; more are refused at once
 * @param cachedAccounts accounts kept in memory; the others are loaded from snapshot and events
 */
@ConfigurationProperties("ledger.commands")
record CommandProperties(
        @DefaultValue("20000") int maxUnderWay,
        @DefaultValue("20000") long cachedAccounts) {}
