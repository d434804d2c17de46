package io.creditledger.service.platform.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often callers may ask, in this process. A rate is what comes back in a second, a burst what there is at most; a rate of 0
 * switches the limit off.
 *
 * @param callerRate requests of a key or token
 * @param sessionRate requests of a session of the dashboard
 * @param accountRate requests about an account, whoever asks
 * @param failedRate keys and tokens from one address that are not valid
 * @param remembered callers, accounts and addresses, each kind by itself, whose requests are counted; one that is forgotten
 *     begins anew
 */
@ConfigurationProperties("ledger.limits")
public record LimitsProperties(
        @DefaultValue("50000") long callerRate,
        @DefaultValue("50000") long callerBurst,
        @DefaultValue("50") long sessionRate,
        @DefaultValue("200") long sessionBurst,
        @DefaultValue("20000") long accountRate,
        @DefaultValue("20000") long accountBurst,
        @DefaultValue("100") long failedRate,
        @DefaultValue("500") long failedBurst,
        @DefaultValue("50000") long remembered) {

    Limit caller() {
        return new Limit("caller", callerRate, callerBurst);
    }

    Limit session() {
        return new Limit("session", sessionRate, sessionBurst);
    }

    Limit account() {
        return new Limit("account", accountRate, accountBurst);
    }

    Limit failed() {
        return new Limit("failed-authentications", failedRate, failedBurst);
    }
}
