using Tradepost.Platform.Verification;

namespace Tradepost.Payments.Ledger;

/// <summary>What must hold of the books at every moment.</summary>
internal static class LedgerInvariants
{
    public static List<IInvariant> All { get; } =
    [
        new SqlInvariant(
            "What a provider holds is what was captured through it, less what went back and what it kept",
            () => $"""
                with moved as (
                  select provider, currency, captured_minor as amount from payments.payment_attempts where status = 'captured'
                  union all
                  select a.provider, r.currency, -r.amount_minor
                  from payments.refunds r join payments.payment_attempts a on a.id = r.attempt_id where r.status = 'succeeded'
                  union all
                  select provider, fee_currency, -fee_minor from payments.payment_attempts where status = 'captured' and fee_minor is not null),
                expected as (select 'provider:' || provider as code, currency, sum(amount) as total from moved group by 1, 2),
                booked as (
                  select a.code, e.currency, sum(e.amount_minor) as total
                  from payments.ledger_entries e join payments.ledger_accounts a on a.id = e.account_id
                  where a.code like 'provider:%' group by 1, 2)
                select format('%s %s: should hold %s, the ledger says %s', coalesce(x.code, b.code), coalesce(x.currency, b.currency), x.total, b.total)
                from expected x full join booked b on b.code = x.code and b.currency = x.currency
                where coalesce(x.total, 0) <> coalesce(b.total, 0)
                """),
        new SqlInvariant(
            "The parts of a posting are what its provider's account gained or gave",
            () => $"""
                with parts as (select transaction_id, sum(amount_minor) as total from payments.ledger_shares group by transaction_id),
                money as (
                  select e.transaction_id, sum(e.amount_minor) as total
                  from payments.ledger_entries e join payments.ledger_accounts a on a.id = e.account_id
                  join payments.ledger_transactions t on t.id = e.transaction_id
                  where a.code like 'provider:%' and t.kind <> 'fee' group by e.transaction_id)
                select format('ledger transaction %s: parts %s, money %s', coalesce(p.transaction_id, m.transaction_id), p.total, m.total)
                from parts p full join money m on m.transaction_id = p.transaction_id where p.total is distinct from m.total
                """),
        new SqlInvariant(
            "No part of an order gave back more than it got",
            () => $"""
                select format('order %s, %s %s: %s', order_id, kind, order_line_id, sum(amount_minor))
                from payments.ledger_shares group by order_id, kind, order_line_id having sum(amount_minor) < 0
                """),
        new SqlInvariant(
            "What came for an order and went back in full left nothing on any account",
            () => $"""
                with gone as (select order_id from payments.ledger_shares group by order_id having sum(amount_minor) = 0)
                select format('order %s: %s on %s', t.order_id, sum(e.amount_minor), a.code)
                from gone g join payments.ledger_transactions t on t.order_id = g.order_id and t.kind <> 'fee'
                join payments.ledger_entries e on e.transaction_id = t.id join payments.ledger_accounts a on a.id = e.account_id
                group by t.order_id, a.code, e.currency having sum(e.amount_minor) <> 0
                """),
    ];
}
