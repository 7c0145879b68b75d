import { sampleLevel } from '../../test/samples.ts';
import { adjustmentOf, outcomeOf } from './adjustment.ts';

const level = sampleLevel({ onHand: 12, reserved: 2 });

describe('an adjustment', () => {
  it.each([
    ['delta', 3, 15],
    ['delta', -10, 2],
    ['set', 40, 40],
    ['set', 2, 2],
  ] as const)('by %s of %i leads to %i', (mode, amount, after) => {
    expect(outcomeOf(level, mode, amount)).toEqual({ after, problem: null });
  });

  it.each([
    ['delta', '', 'Enter a whole number.'],
    ['delta', 1.5, 'Enter a whole number.'],
    ['delta', 0, 'Zero changes nothing.'],
    ['delta', -13, 'Only 12 on hand: the stock cannot go below zero.'],
    ['delta', -11, '2 are promised to orders: the stock cannot go below that.'],
    ['set', 12, 'That is what the shelf holds already.'],
    ['set', -1, 'Only 12 on hand: the stock cannot go below zero.'],
  ] as const)('by %s of "%s" is refused', (mode, amount, words) => {
    expect(outcomeOf(level, mode, amount).problem).toBe(words);
  });

  it('is sent as a difference or as a count, never both', () => {
    expect(adjustmentOf(level, { mode: 'delta', amount: '-3', reason: ' Damaged ' })).toEqual({
      variantId: 'v1',
      locationId: 'w1',
      delta: -3,
      reason: 'Damaged',
    });
    expect(adjustmentOf(level, { mode: 'set', amount: 0, reason: 'Count' })).toEqual({
      variantId: 'v1',
      locationId: 'w1',
      set: 0,
      reason: 'Count',
    });
  });
});
