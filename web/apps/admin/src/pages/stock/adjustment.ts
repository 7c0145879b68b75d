import type { StockAdjustment, StockLevel } from '@tradepost/api';

export type Mode = 'delta' | 'set';

export interface AdjustmentDraft {
  mode: Mode;
  amount: number | string;
  reason: string;
}

export interface Outcome {
  /** What the shelf will hold; null while the amount can't be read. */
  after: number | null;
  problem: string | null;
}

/** What the adjustment would do to the level, or why it can't be done. The server checks again: stock moves meanwhile. */
export function outcomeOf(level: Pick<StockLevel, 'onHand' | 'reserved'>, mode: Mode, amount: number | string): Outcome {
  if (amount === '' || !Number.isInteger(Number(amount))) return { after: null, problem: 'Enter a whole number.' };
  const after = mode === 'set' ? Number(amount) : level.onHand + Number(amount);
  if (mode === 'delta' && Number(amount) === 0) return { after, problem: 'Zero changes nothing.' };
  if (mode === 'set' && after === level.onHand) return { after, problem: 'That is what the shelf holds already.' };
  if (after < 0) return { after, problem: `Only ${level.onHand} on hand: the stock cannot go below zero.` };
  if (after < level.reserved) return { after, problem: `${level.reserved} are promised to orders: the stock cannot go below that.` };
  return { after, problem: null };
}

export function adjustmentOf(level: Pick<StockLevel, 'variantId' | 'locationId'>, draft: AdjustmentDraft): StockAdjustment {
  const amount = Number(draft.amount);
  return {
    variantId: level.variantId,
    locationId: level.locationId,
    reason: draft.reason.trim(),
    ...(draft.mode === 'set' ? { set: amount } : { delta: amount }),
  };
}
