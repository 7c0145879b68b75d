import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { keepOrderToken } from '@tradepost/api';
import { answerWith, renderPage } from '../../testing/render.tsx';
import { order } from '../../testing/samples.ts';
import { Documents } from './Documents.tsx';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const invoice = { number: 'INV-2026-000007', issuedAt: '2026-11-20T10:00:00Z' };
const note = { id: 'c1', number: 'CN-2026-000003', issuedAt: '2026-11-21T10:00:00Z', total: usd(500), tax: usd(0) };
const refunded = { ...order, invoice, payment: { ...order.payment, status: 'partiallyRefunded', refunded: usd(500) } };
const open = (shown: typeof order) => renderPage(<Documents order={shown} />, { path: '/', at: '/' });

describe('the papers of an order', () => {
  it('are the invoice alone while no money went back, and nobody is asked', async () => {
    const calls = answerWith({});
    open({ ...order, invoice });
    expect(await screen.findByText('Invoice INV-2026-000007')).toBeInTheDocument();
    expect(calls.filter((call) => JSON.stringify(call).includes('credit-notes'))).toEqual([]);
  });

  it('are a credit note too once it did, with its amount', async () => {
    keepOrderToken('o1', 'guest-token');
    answerWith({ 'GET /orders/o1/credit-notes': { body: { items: [note] } } });
    open(refunded);
    expect(await screen.findByText('Credit note CN-2026-000003')).toBeInTheDocument();
    expect(screen.getByText(/\$5\.00/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Download credit note CN-2026-000003 as PDF' })).toBeEnabled();
  });

  it('say when the credit notes could not be loaded, and try again', async () => {
    answerWith({ 'GET /orders/o1/credit-notes': { status: 500, body: {} } });
    open(refunded);
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByRole('alert')).toHaveTextContent('The credit notes could not be loaded.');
    answerWith({ 'GET /orders/o1/credit-notes': { body: { items: [note] } } });
    await userEvent.click(again);
    expect(await screen.findByText('Credit note CN-2026-000003')).toBeInTheDocument();
  });
});
