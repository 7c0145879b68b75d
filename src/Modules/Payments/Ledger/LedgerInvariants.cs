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
                  select provider, fee_currency, -fee_minor from payments.payment_attempts
                  where status = 'captured' and fee_minor is not null),
                expected as (select 'provider:' || provider as code, currency, sum(amount) as total from moved group by 1, 2),
                booked as (
                  select a.code, e.currency, sum(e.amount_minor) as total
                  from payments.ledger_entries e join payments.ledger_accounts a on a.id = e.account_id
                  where a.code like 'provider:%' group by 1, 2)
                select format('%s %s: should hold %s, the ledger says %s', coalesce(x.code, b.code), coalesce(x.currency, b.currency),
                  x.total, b.total)
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
        new SqlInvariant(
            "Each daily close is sealed together with the one before it, and says what its entries say",
            () => $"""
                with chain as (
                  select s.day, s.currency, s.seal, (
                    select b.seal from payments.ledger_close_sums b
                    where b.currency = s.currency
                      and b.day = (select max(c.day) from payments.ledger_closes c where c.day < s.day)) as before
                  from payments.ledger_close_sums s)
                select format('the close of %s in %s was tampered with', day, currency) from chain
                where seal <> payments.seal_of(day, currency, coalesce(before, ''))
                """),
        new SqlInvariant(
            "Closing balances add up again from the entries of all days so far",
            () => $"""
                with moved as (
                  select d.day, e.currency, e.account_id, sum(e.amount_minor) as total
                  from payments.ledger_closed d join payments.ledger_entries e on e.transaction_id = d.transaction_id group by 1, 2, 3),
                running as (
                  select c.day, c.currency, c.account_id, c.closing_minor,
                    sum(coalesce(m.total, 0)) over (partition by c.currency, c.account_id order by c.day) as total
                  from payments.ledger_close_accounts c
                  left join moved m on m.day = c.day and m.currency = c.currency and m.account_id = c.account_id)
                select format('close of %s in %s, account %s: %s, its entries say %s', day, currency, account_id, closing_minor, total)
                from running where closing_minor <> total
                union all
                select format('the close of %s in %s does not sum to zero', day, currency)
                from payments.ledger_close_accounts group by day, currency having sum(closing_minor) <> 0
                """),
        new SqlInvariant(
            "Every posting is closed once or waits for its close",
            () => $"""
                select format('posting %s is closed and waiting, or neither', t.id) from payments.ledger_transactions t
                left join payments.ledger_unclosed u on u.transaction_id = t.id
                left join payments.ledger_closed c on c.transaction_id = t.id
                where (u.transaction_id is null) = (c.transaction_id is null)
                """),
    ];
}
