using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Ledger;

/// <summary>
/// One movement of money, seen from both sides: what an account gains, others give. The entries of a posting add up to nothing; the
/// database refuses one that does not.
/// </summary>
internal sealed record Posting(string Kind, Guid Source, OrderId Order, IReadOnlyList<PostingEntry> Entries, IReadOnlyList<ShareMove> Moves)
{
    /// <summary>A buyer's money came to the provider's account for the shop.</summary>
    public static Posting Capture(PaymentAttemptId attempt, OrderId order, string provider, Money amount, Position before) =>
        Between("capture", attempt.Value, order, provider, before, before.Take(amount.Minor));

    /// <summary>It went back.</summary>
    public static Posting Refund(
        RefundId refund, OrderId order, string provider, Money amount, Position before, IReadOnlyList<ShareWish> wishes) =>
        Between("refund", refund.Value, order, provider, before, before.Give(amount.Minor, wishes));

    /// <summary>The provider kept something of a capture for its work.</summary>
    public static Posting Fee(PaymentAttemptId attempt, OrderId order, string provider, Money fee) =>
        new("fee", attempt.Value, order, [new(Accounts.Fees, fee), new(Accounts.Of(provider), -fee)], []);

    /// <summary>Writes it. A second posting for the same capture, refund or fee is refused by the database.</summary>
    public void Write(Tx tx)
    {
        var id = Id<Posting>.New();
        tx.Queue(
            $"""
            insert into payments.ledger_transactions (id, kind, source_id, order_id, at) values ({id}, {Kind}, {Source}, {Order}, {tx.Now})
            """);
        var ids = Entries.Select(_ => Id<PostingEntry>.New().Value).ToArray();
        var accounts = Entries.Select(entry => entry.Account).ToArray();
        var amounts = Entries.Select(entry => entry.Amount.Minor).ToArray();
        tx.Queue(
            $"""
            insert into payments.ledger_entries (id, transaction_id, account_id, currency, amount_minor)
            select e.id, {id}, a.id, {Entries[0].Amount.Currency}, e.amount
            from unnest({ids}, {accounts}, {amounts}) e (id, account, amount) join payments.ledger_accounts a on a.code = e.account
            """,
            rows => rows == ids.Length
                ? null
                : throw new InvalidOperationException($"An account of {string.Join(", ", accounts)} is missing."));
        if (Moves.Count > 0)
        {
            var kinds = Moves.Select(move => Words.Of(move.Key.Kind)).ToArray();
            var lines = Moves.Select(move => move.Key.Line?.Value).ToArray();
            var moved = Moves.Select(move => move.Amount).ToArray();
            tx.Queue(
                $"""
                insert into payments.ledger_shares (transaction_id, order_id, kind, order_line_id, amount_minor)
                select {id}, {Order}, s.kind, s.line, s.amount from unnest({kinds}, {lines}, {moved}) s (kind, line, amount)
                """);
        }
    }

    private static Posting Between(string kind, Guid source, OrderId order, string provider, Position before, Position after)
    {
        var (old, now) = (before.Balances(), after.Balances());
        var moves = before.MovesTo(after);
        var entries = new List<PostingEntry> { new(Accounts.Of(provider), new(moves.Sum(move => move.Amount), before.Currency)) };
        foreach (var account in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var change = now.GetValueOrDefault(account) - old.GetValueOrDefault(account);
            if (change != 0)
            {
                entries.Add(new(account, new(change, before.Currency)));
            }
        }

        return new(kind, source, order, entries, moves);
    }
}

/// <summary>What an account gains (or, below nothing, gives).</summary>
internal sealed record PostingEntry(string Account, Money Amount);
