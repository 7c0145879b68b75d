import { ApiProblem, errorCodes } from '@tradepost/api';
import { traceOf, wordsFor } from './words.ts';

const problem = (code: string, extra: Record<string, unknown> = {}) => new ApiProblem(409, { code, title: 'Title', ...extra });

describe('words', () => {
  it.each(errorCodes)('says in a sentence what %s means', (code) => {
    expect(wordsFor(problem(code))).toMatch(/^[A-Z].{8,}\.$/);
  });

  it('tells how many are left', () => {
    expect(wordsFor(problem('inventory.insufficient', { available: 2 }))).toContain('Only 2 left');
    expect(wordsFor(problem('inventory.insufficient', { available: 0 }))).toBe('This has just sold out.');
  });

  it('tells why a card was declined', () => {
    expect(wordsFor(problem('payments.declined', { reason: 'insufficient_funds' }))).toContain('enough funds');
    expect(wordsFor(problem('payments.declined', { reason: 'card_declined' }))).toContain('Nothing was charged');
  });

  it('falls back to the title of a code it does not know, and to the plain truth for a bug', () => {
    expect(wordsFor(problem('future.code'))).toBe('Title');
    expect(wordsFor(new TypeError('x is undefined'))).toContain('mistake of ours');
    expect(traceOf(problem('x', { traceId: 'abc' }))).toBe('abc');
  });
});
