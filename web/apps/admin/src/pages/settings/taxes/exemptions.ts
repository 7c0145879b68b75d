import type { TaxExemption, TaxExemptionInput } from '@tradepost/api';

export interface ExemptionDraft {
  email: string;
  number: string;
  country: string | null;
  state: string | null;
  validFrom: string;
  validUntil: string;
  note: string;
}

export const exemptionDraftOf = (row: TaxExemption | null): ExemptionDraft => ({
  email: row?.email ?? '',
  number: row?.number ?? '',
  country: row?.country ?? null,
  state: row?.state ?? null,
  validFrom: row?.validFrom ?? '',
  validUntil: row?.validUntil ?? '',
  note: row?.note ?? '',
});

/** What keeps it from being saved; null when nothing does. */
export function exemptionProblem(draft: ExemptionDraft): string | null {
  if (!/^\S+@\S+\.\S+$/.test(draft.email.trim())) return 'Enter the e-mail address of the customer’s account.';
  if (draft.number.trim() === '') return 'Enter the number of the certificate.';
  if (!draft.country) return 'Choose the country where it holds.';
  return draft.validFrom !== '' && draft.validUntil !== '' && draft.validUntil < draft.validFrom ? 'It ends before it begins.' : null;
}

const blank = (text: string) => (text.trim() === '' ? null : text.trim());

export function exemptionOf(draft: ExemptionDraft, country: string): TaxExemptionInput {
  return {
    email: draft.email.trim(),
    number: draft.number.trim(),
    country,
    state: draft.state,
    validFrom: blank(draft.validFrom),
    validUntil: blank(draft.validUntil),
    note: blank(draft.note),
  };
}

export function validityOf({ validFrom, validUntil }: Pick<TaxExemption, 'validFrom' | 'validUntil'>): string {
  if (validFrom && validUntil) return `${validFrom} to ${validUntil}`;
  return validUntil ? `Until ${validUntil}` : validFrom ? `From ${validFrom}` : 'Without end';
}
