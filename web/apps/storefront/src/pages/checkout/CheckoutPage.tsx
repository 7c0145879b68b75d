import { useQuery } from '@tanstack/react-query';
import type { Settings } from '@tradepost/api';
import { ShoppingBag } from 'lucide-react';
import { useState } from 'react';
import { paths } from '../../app/paths.ts';
import { paymentMethodsQuery, settingsQuery, shippingOptionsQuery } from '../../app/queries.ts';
import { useTitle } from '../../app/title.ts';
import { useCart } from '../../cart/CartContext.tsx';
import { Alert } from '../../components/Alert.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { Empty, Failure, Loading } from '../../components/States.tsx';
import { readStored } from '../../lib/storage.ts';
import { useShownErrors } from '../../lib/use-shown-errors.ts';
import { useSession } from '../../session/useSession.ts';
import { addressWords, checkAddress, homeCountry, toAddress, type AddressFields } from './address.ts';
import { BillingFields } from './BillingFields.tsx';
import { ContactSection } from './ContactSection.tsx';
import { DeliverySection } from './DeliverySection.tsx';
import { useDraft } from './draft.ts';
import { FoldSection } from './FoldSection.tsx';
import { PayForm } from './PayForm.tsx';
import { Summary } from './Summary.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';
import { placedKey, useCheckout } from './useCheckout.ts';

export function CheckoutPage() {
  useTitle('Checkout');
  const settings = useQuery(settingsQuery());
  const { cart, loading, error, reload } = useCart();
  const [bought, setBought] = useState(false);
  if (settings.isError) return <Failure error={settings.error} heading="h1" retry={() => void settings.refetch()} />;
  if (error && !bought) return <Failure error={error} heading="h1" retry={reload} />;
  if (!settings.data || loading) return <CheckoutSkeleton />;
  if (!bought && (!cart || cart.lines.length === 0)) return <NothingToBuy />;
  return <Till settings={settings.data} onPlaced={() => setBought(true)} />;
}

type Part = 'contact' | 'delivery' | 'payment';

function Till({ settings, onPlaced }: { settings: Settings; onPlaced: () => void }) {
  const { user } = useSession();
  const { draft, change } = useDraft({
    email: user?.email ?? '',
    name: [user?.firstName, user?.lastName].filter(Boolean).join(' '),
    country: homeCountry(settings.countries, navigator.languages),
  });
  const { cart, placed, trouble, payment, setAddress, setOption, setMethod, buy } = useCheckout(draft);
  const [part, setPart] = useState<Part>('contact');
  const methods = useQuery(paymentMethodsQuery(cart?.id)).data ?? [];
  const destination = [draft.address.country, draft.address.state, draft.address.postalCode].join('/');
  const options = useQuery({ ...shippingOptionsQuery(cart?.id ?? '', destination), enabled: false }).data;
  const billing = useShownErrors<keyof AddressFields>(checkAddress(draft.billing, settings.countries));
  if (!cart) return <CheckoutSkeleton />;
  const order: Part[] = ['contact', 'delivery', 'payment'];
  const stateOf = (one: Part) => (one === part ? 'open' : order.indexOf(one) < order.indexOf(part) ? 'done' : 'later');
  const billingFine = () => {
    billing.showAll();
    return draft.billingSame || Object.keys(checkAddress(draft.billing, settings.countries)).length === 0;
  };
  return (
    <div className="page pt-6 pb-10 lg:pt-10">
      <h1 className="text-3xl font-bold">Checkout</h1>
      <div className="mt-6 grid gap-8 lg:mt-8 lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-16">
        <div className="lg:order-last">
          <Summary cart={cart} placed={placed !== null} />
        </div>
        <div className="min-w-0">
          <FoldSection
            number={1}
            title="Contact and address"
            state={stateOf('contact')}
            onEdit={placed ? undefined : () => setPart('contact')}
            summary={
              <>
                <p>{draft.email}</p>
                <p>
                  {draft.address.name}, {addressWords(toAddress(draft.address), settings.countries)}
                </p>
              </>
            }
          >
            <ContactSection
              draft={draft}
              reminding={cart.contact?.remind ?? false}
              countries={settings.countries}
              change={change}
              onDone={async () => {
                await setAddress();
                setPart('delivery');
              }}
            />
          </FoldSection>
          <FoldSection
            number={2}
            title="Delivery"
            state={stateOf('delivery')}
            onEdit={placed ? undefined : () => setPart('delivery')}
            summary={options?.find((one) => one.id === cart.shippingOptionId)?.name}
          >
            <DeliverySection cart={cart} destination={destination} onChoose={setOption} onDone={() => setPart('payment')} />
          </FoldSection>
          <FoldSection number={3} title="Payment" state={stateOf('payment')}>
            {placed && (
              <div className="mb-5">
                <Alert tone="info" title={`Order ${placed.number} is reserved for you`}>
                  Only the payment is missing.
                </Alert>
              </div>
            )}
            {methods.length === 0 ? (
              <Loading label="Looking for ways to pay" />
            ) : (
              <PayForm
                amount={placed?.totals.total ?? cart.totals.total}
                methods={methods}
                gateway={settings.gateway}
                payment={payment}
                declined={payment.declined}
                onMethod={placed || part !== 'payment' ? undefined : setMethod}
                notice={trouble && <TroubleAlert trouble={trouble} />}
                checkExtra={placed ? undefined : billingFine}
                extra={
                  !placed && (
                    <BillingFields
                      draft={draft}
                      countries={settings.countries}
                      change={change}
                      errorOf={billing.errorOf}
                      onLeave={billing.leave}
                    />
                  )
                }
                onPay={async (payWith) => {
                  onPlaced();
                  await buy(payWith);
                }}
              />
            )}
          </FoldSection>
        </div>
      </div>
    </div>
  );
}

function NothingToBuy() {
  const placed = readStored<string | null>(placedKey, null, 'session');
  return (
    <Empty
      icon={ShoppingBag}
      title="Your cart is empty"
      heading="h1"
      action={
        <>
          {placed && <ButtonLink to={paths.order(placed)}>See your order</ButtonLink>}
          <ButtonLink to={paths.search()} look="secondary">
            See all products
          </ButtonLink>
        </>
      }
    >
      <p>{placed ? 'What was in it has become an order.' : 'Put something in it first, then come back here.'}</p>
    </Empty>
  );
}

function CheckoutSkeleton() {
  return (
    <div className="page pt-6 lg:pt-10">
      <Loading label="Loading checkout" />
      <div aria-hidden className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-16">
        <div className="space-y-5">
          <div className="skeleton h-9 w-48" />
          <div className="skeleton h-12" />
          <div className="skeleton h-12" />
          <div className="skeleton h-12" />
        </div>
        <div className="skeleton hidden h-96 rounded-panel! lg:block" />
      </div>
    </div>
  );
}
