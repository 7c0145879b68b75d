import { eventWords, isCancellable, noteWords, nowWords, progressOf, statusWords } from './words.ts';

const states = ['pendingPayment', 'processing', 'shipped', 'delivered', 'cancelled'];

describe('an order in words', () => {
  it.each(states)('has a name and an explanation for %s', (status) => {
    expect(statusWords[status]).toBeTruthy();
    expect(nowWords({ status, payment: null, email: 'ada@example.org' })).toMatch(/\.$/);
  });

  it('counts the steps, and an order out of them as none', () => {
    expect(states.map((status) => progressOf({ status, shipments: [] }))).toEqual([0, 1, 3, 4, -1]);
    expect(progressOf({ status: 'processing', shipments: [{ id: 's1', carrier: 'Post', status: 'inTransit' }] })).toBe(2);
  });

  it('can be cancelled until it has left', () => {
    expect(states.filter((status) => isCancellable({ status, shipments: [] }))).toEqual(['pendingPayment', 'processing']);
    const parcel = { id: 's1', carrier: 'Post', status: 'inTransit' };
    expect(isCancellable({ status: 'processing', shipments: [parcel] })).toBe(false);
    expect(isCancellable({ status: 'processing', shipments: [], mayCancel: false })).toBe(false);
  });

  it('reads an event however it is spelt', () => {
    expect(['orderPlaced', 'order.placed', 'OrderPlaced', 'placed'].map(eventWords)).toEqual(Array(4).fill('Order placed'));
    expect(eventWords('labelPrinted')).toBe('Label printed');
  });

  it('promises money back only where some was taken', () => {
    const payment = (status: string) => nowWords({ status: 'cancelled', payment: { status }, email: 'a@b.de' });
    expect(payment('refunded')).toContain('goes back');
    expect(payment('pending')).toContain('Nothing was charged');
  });

  it('puts the codes of providers into words', () => {
    expect(noteWords('insufficient_funds')).toBe('not enough funds');
    expect(noteWords('do_not_honor')).toBe('do not honor');
    expect(noteWords('Left at the door')).toBe('Left at the door');
  });

  it('says that cash is paid at the door', () => {
    expect(nowWords({ status: 'processing', payment: { method: 'cod', status: 'pending' }, email: 'a@b.de' })).toContain(
      'at the door',
    );
  });
});
