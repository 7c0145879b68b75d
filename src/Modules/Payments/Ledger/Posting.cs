using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Ledger;

/// <summary>
/// One movement of money, seen from both sides: what an account gains, another gives. The entries of a posting add up to nothing; the
/// database refuses one that does not.
/// </summary>
internal sealed record Posting(string Kind, Guid Source, OrderId Order, IReadOnlyList<PostingEntry> Entries)
{
    private const string Sales = "sales";

    /// <summary>A buyer's money came to the provider's account for the shop.</summary>
    public static Posting Capture(PaymentAttemptId attempt, OrderId order, string provider, Money amount) =>
        new("capture", attempt.Value, order, [new(AccountOf(provider), amount), new(Sales, -amount)]);

    /// <summary>It went back.</summary>
    public static Posting Refund(RefundId refund, OrderId order, string provider, Money amount) =>
        new("refund", refund.Value, order, [new(Sales, amount), new(AccountOf(provider), -amount)]);

    /// <summary>Writes it. A second posting for the same capture or refund is refused by the database.</summary>
    public void Write(Tx tx)
    {
        var id = Id<Posting>.New();
        tx.Queue(
            $"""
            insert into payments.ledger_transactions (id, kind, source_id, order_id, at) values ({id}, {Kind}, {Source}, {Order}, {tx.Now})
            """);
        foreach (var entry in Entries)
        {
            tx.Queue(
                $"""
                insert into payments.ledger_entries (id, transaction_id, account_id, currency, amount_minor)
                select {Id<PostingEntry>.New()}, {id}, a.id, {entry.Amount.Currency}, {entry.Amount.Minor}
                from payments.ledger_accounts a where a.code = {entry.Account}
                """,
                rows => rows == 1 ? null : throw new InvalidOperationException($"The ledger has no account {entry.Account}."));
        }
    }

    private static string AccountOf(string provider) => "provider:" + provider;
}

/// <summary>What an account gains (or, below nothing, gives).</summary>
internal sealed record PostingEntry(string Account, Money Amount);
