import { screen } from '@testing-library/react';
import { answerWith, renderPage } from '../../testing/render.tsx';
import { settings, usd } from '../../testing/samples.ts';
import { PayForm } from './PayForm.tsx';
import { loadScript } from './provider-script.ts';
import { usePayment } from './usePayment.ts';

vi.mock('./provider-script.ts', () => ({ loadScript: vi.fn(() => Promise.resolve()) }));

const stripe = [{ id: 'card', provider: 'stripe', name: 'Card', settings: { publishableKey: 'pk_1' } }];
const razorpay = [{ id: 'upi', provider: 'razorpay', name: 'UPI', settings: { keyId: 'rzp_1' } }];

function Till({ methods }: { methods: typeof stripe | typeof razorpay }) {
  const payment = usePayment();
  return (
    <PayForm
      amount={usd(4900)}
      methods={methods}
      gateway={settings.gateway}
      payment={payment}
      declined={payment.declined}
      onPay={(payWith) => payment.pay({ id: 'o1' }, payWith)}
    />
  );
}

function open(methods: typeof stripe | typeof razorpay, provider: string, confirmation: object) {
  const calls = answerWith({
    'POST /payments': {
      body: { id: 'pay1', status: 'pending', nextAction: { type: 'confirm', provider, clientSecret: 'secret_1' } },
    },
    'POST /payments/pay1/confirmation': { body: confirmation },
  });
  const page = renderPage(<Till methods={methods} />, { path: '/pay', others: [{ path: '/orders/:id', element: <h1>The order</h1> }] });
  return { ...page, sent: (path: string) => calls.filter((call) => call.url.pathname.endsWith(path)) };
}

const confirmPayment = vi.fn();
beforeEach(() => {
  confirmPayment.mockReset().mockResolvedValue({});
  globalThis.window.Stripe = () => ({
    elements: () => ({
      create: () => ({ mount: () => undefined, on: (_: string, heard: () => void) => heard(), destroy: () => undefined }),
    }),
    confirmPayment,
  }) as never;
});

describe('paying in a provider’s own fields', () => {
  it('asks for no card number, and lets the shop find out how it went', async () => {
    const { user, sent, address } = open(stripe, 'stripe', { status: 'paid' });
    expect(screen.queryByLabelText('Card number')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Go on to pay $49.00' }));
    await user.click(await screen.findByRole('button', { name: 'Pay $49.00' }));
    await vi.waitFor(() => expect(address()).toBe('/orders/o1'));
    expect(sent('/payments')[0]?.body).toEqual({ orderId: 'o1', method: 'card', returnUrl: '/checkout/return' });
    expect(sent('/confirmation')).toHaveLength(1);
  });

  it('says what the bank said, and that nothing was charged', async () => {
    confirmPayment.mockResolvedValue({ error: { message: 'Your card has insufficient funds.' } });
    const { user } = open(stripe, 'stripe', { status: 'pending' });
    await user.click(screen.getByRole('button', { name: 'Go on to pay $49.00' }));
    await user.click(await screen.findByRole('button', { name: 'Pay $49.00' }));
    expect(await screen.findByText('Your card has insufficient funds.')).toBeInTheDocument();
    expect(screen.getByText(/Nothing was charged/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Pay another way' }));
    expect(screen.getByRole('radio', { name: /Card/ })).toBeInTheDocument();
  });

  it('offers to load the fields again when they did not come', async () => {
    vi.mocked(loadScript).mockRejectedValueOnce(new Error('blocked'));
    const { user } = open(stripe, 'stripe', {});
    await user.click(screen.getByRole('button', { name: 'Go on to pay $49.00' }));
    await user.click(await screen.findByRole('button', { name: 'Load the payment fields again' }));
    expect(await screen.findByRole('button', { name: 'Pay $49.00' })).toBeEnabled();
  });

  it('hands the proof of Razorpay’s window to the shop, and opens it again for who closed it', async () => {
    const opened: { handler: (proof: Record<string, string>) => void; modal: { ondismiss: () => void } }[] = [];
    globalThis.window.Razorpay = class {
      constructor(options: (typeof opened)[number]) {
        opened.push(options);
      }
      open() {}
      on() {}
    } as never;
    const { user, sent, address } = open(razorpay, 'razorpay', { status: 'paid' });
    await user.click(screen.getByRole('button', { name: 'Go on to pay $49.00' }));
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    opened[0]?.modal.ondismiss();
    await user.click(await screen.findByRole('button', { name: 'Open the payment window to pay $49.00' }));
    await vi.waitFor(() => expect(opened).toHaveLength(2));
    opened[1]?.handler({ razorpay_payment_id: 'p' });
    await vi.waitFor(() => expect(address()).toBe('/orders/o1'));
    expect(sent('/confirmation')[0]?.body).toEqual({ proof: { razorpay_payment_id: 'p' } });
  });
});
