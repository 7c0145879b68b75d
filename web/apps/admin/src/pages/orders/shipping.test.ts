import { sampleOrder } from '../../test/samples.ts';
import { parcelOf, quantityProblem, remainingOf, trackingLink } from './shipping.ts';

const parcel = (lines: { lineId: string; quantity: number }[]) => ({
  id: 's',
  carrier: 'UPS',
  trackingNumber: '1',
  status: 'inTransit',
  lines,
});

describe('what is left to ship', () => {
  it('is everything while nothing has left', () => {
    expect(remainingOf(sampleOrder()).map(({ left }) => left)).toEqual([3, 1]);
  });

  it('is less by what every parcel took', () => {
    const order = sampleOrder({
      shipments: [
        parcel([{ lineId: 'l1', quantity: 1 }]),
        parcel([
          { lineId: 'l1', quantity: 1 },
          { lineId: 'l2', quantity: 1 },
        ]),
      ],
    });
    expect(remainingOf(order).map(({ shipped, left }) => [shipped, left])).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });
});

describe('a quantity', () => {
  it.each([
    ['', 'Enter a whole number.'],
    ['1.5', 'Enter a whole number.'],
    [-1, 'Enter a whole number.'],
    [4, 'Only 3 left to ship.'],
  ])('of %s of 3 is refused', (value, words) => {
    expect(quantityProblem(value, 3)).toBe(words);
  });

  it.each([0, 1, 3])('of %s of 3 is fine', (value) => {
    expect(quantityProblem(value, 3)).toBeNull();
  });
});

describe('a parcel', () => {
  const remaining = remainingOf(sampleOrder());

  it('holds only the lines with something in it', () => {
    expect(parcelOf(remaining, { l1: 2, l2: 0 })).toEqual({ lines: [{ lineId: 'l1', quantity: 2 }], reason: null });
  });

  it('cannot be empty', () => {
    expect(parcelOf(remaining, { l1: 0, l2: 0 }).reason).toBe('Put at least one unit into the parcel.');
  });

  it('does not leave while one quantity is wrong', () => {
    expect(parcelOf(remaining, { l1: 9, l2: 1 })).toEqual({ lines: [], reason: 'Correct the quantities first.' });
  });
});

describe('a tracking link', () => {
  it('leads to the carrier and cannot be broken out of', () => {
    expect(trackingLink('UPS', '1Z&x=<b>')).toBe('https://www.ups.com/track?tracknum=1Z%26x%3D%3Cb%3E');
  });

  it('is not guessed for a carrier that is not known', () => {
    expect(trackingLink('Bicycle Bob', '17')).toBeNull();
  });
});
