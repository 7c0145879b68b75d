using Tradepost.Platform.Verification;

namespace Tradepost.Payments.Crediting;

/// <summary>What must hold of credit notes at every moment.</summary>
internal static class CreditNoteInvariants
{
    public static List<IInvariant> All { get; } =
    [
        new SqlInvariant(
            "Every refund that succeeded has one credit note over its amount, and no other refund has one",
            () => $"""
                select format('refund %s, %s of %s: the note is over %s', r.id, r.status, r.amount_minor, n.amount_minor)
                from payments.refunds r left join payments.credit_notes n on n.refund_id = r.id
                left join payments.refunds_without_note w on w.refund_id = r.id
                where (r.status = 'succeeded' and w.refund_id is null) <> (n.id is not null)
                  or n.amount_minor <> r.amount_minor or n.currency <> r.currency or n.order_id <> r.order_id
                """),
        new SqlInvariant(
            "The parts of a credit note add up to its total, its taxes to its tax, and the ledger says the same",
            () => $"""
                with notes as (
                  select n.number, n.amount_minor, n.tax_minor,
                    (select coalesce(sum((p -> 'amount' ->> 'minor')::bigint), 0)
                      from jsonb_array_elements(n.content -> 'parts') p) as parts,
                    (select coalesce(sum((t -> 'tax' ->> 'minor')::bigint), 0)
                      from jsonb_array_elements(n.content -> 'taxes') t) as taxes,
                    (select coalesce(sum(e.amount_minor), 0) from payments.ledger_transactions b
                      join payments.ledger_entries e on e.transaction_id = b.id
                      join payments.ledger_accounts a on a.id = e.account_id and a.code = 'tax'
                      where b.kind = 'refund' and b.source_id = n.refund_id) as booked
                  from payments.credit_notes n)
                select format('credit note %s: %s with %s tax; parts %s, taxes %s, booked %s',
                  number, amount_minor, tax_minor, parts, taxes, booked)
                from notes where amount_minor <> parts or tax_minor <> taxes or tax_minor <> booked
                """),
        new SqlInvariant(
            "Credit notes are numbered one after the other",
            () => $"""
                select format('series %s: counted to %s, there are %s notes', s.series, s.latest, count(n.id))
                from payments.credit_note_series s left join payments.credit_notes n on n.series = s.series
                group by s.series having s.latest <> count(n.id) or s.latest is distinct from max(n.place)
                """),
    ];
}
