package io.creditledger.service.platform.metrics;

/** Every meter of the service: its name, its unit, and what it tells. */
public enum LedgerMeters {
    COMMANDS(
            "ledger.commands",
            "seconds",
            "Commands from arrival to answer; command: its type, outcome: recorded, replayed, refused or failed."),
    COMMANDS_UNDER_WAY("ledger.commands.under.way", "commands", "Commands that are waiting or being decided."),
    COMMANDS_OUTDATED(
            "ledger.commands.outdated",
            "commands",
            "Commands that had nothing to store and were decided anew, since another process had stored more of their account."),
    ACCOUNTS_READ_ON(
            "ledger.accounts.read.on",
            "accounts",
            "Accounts in memory that were read on before a decision, since another process was seen to have stored more of them."),
    APPEND_BATCH("ledger.append.batch", "events", "Events stored by one commit."),
    APPEND_TIME("ledger.append.time", "seconds", "Time of one commit of the event store, from its first statement on."),
    APPEND_QUEUE("ledger.append.queue", "appends", "Appends that wait for the event store's writer."),
    APPEND_CONFLICTS(
            "ledger.append.conflicts",
            "appends",
            "Appends that lost to an earlier one; kind: sequence (another fact has the revision), request (answered before)."),
    RATE_LIMITED(
            "ledger.rate.limited",
            "requests",
            "Requests and items of batches refused for being too many; limit: caller, session, account or failed-authentications."),
    NOT_ADMITTED(
            "ledger.not.admitted",
            "requests",
            "Requests refused because too much is under way already; room: requests, webhooks or operations."),
    AUTOMATION_TURN(
            "ledger.automation.turn",
            "processes",
            "1 in the process whose turn it is to do what only one may, 0 in the others."),
    CARRIER_STALLS(
            "ledger.carrier.stalls",
            "stalls",
            "How often no virtual thread went on for a second, until there were more carriers for them."),
    STRIPE_CALLS(
            "ledger.stripe.calls",
            "seconds",
            "Calls to Stripe with their retries; operation, outcome: answered, refused, unavailable or failed."),
    STRIPE_WEBHOOKS(
            "ledger.stripe.webhooks",
            "deliveries",
            "Deliveries of Stripe; outcome: accepted, repeated, unneeded, quarantined, outdated or forged."),
    STRIPE_INBOX("ledger.stripe.inbox", "events", "News of Stripe; state: waiting, quarantined or dead."),
    STRIPE_CLOCK_SKEW(
            "ledger.stripe.clock.skew",
            "seconds",
            "How far this machine's clock is ahead of Stripe's, by the latest delivery; beyond 300 all are refused.");

    private final String meterName;
    private final String unit;
    private final String description;

    LedgerMeters(String meterName, String unit, String description) {
        this.meterName = meterName;
        this.unit = unit;
        this.description = description;
    }

    public String meterName() {
        return meterName;
    }

    public String unit() {
        return unit;
    }

    public String description() {
        return description;
    }
}
