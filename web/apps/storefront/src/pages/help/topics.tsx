import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';

interface Topic {
  slug: Parameters<typeof paths.help>[0];
  title: string;
  body: ReactNode;
}

const shipping = (
  <>
    <p>Orders paid before noon leave the same working day. Later ones leave the next.</p>
    <h2>What it costs</h2>
    <p>
      The price depends on where it goes and how heavy it is. Checkout shows every way of delivery with its price and days as soon
      as it knows your address, before you pay.
    </p>
    <h2>Where it is</h2>
    <p>
      When a parcel leaves, its tracking number comes by e-mail and stands on your order’s page. That page changes by itself.{' '}
      <Link to={paths.track()}>Track an order</Link> with its number and your e-mail address; an account is not needed.
    </p>
    <h2>If something has sold out</h2>
    <p>
      What is in your cart is not reserved. It is reserved the moment you place the order, and nobody is charged for something
      that is not there.
    </p>
  </>
);

const returns = (
  <>
    <p>You have 30 days after delivery to send things back, unused and with everything that was in the box.</p>
    <h2>How it works</h2>
    <ul>
      <li>Write to us with your order number and what you want to return.</li>
      <li>We send you the address and a reference for the parcel.</li>
      <li>When it has arrived and been looked at, the money goes back the way it came.</li>
    </ul>
    <h2>Cancelling</h2>
    <p>Until an order has left, you can cancel it yourself on its page. What was paid is refunded in full.</p>
    <h2>If something is broken</h2>
    <p>Tell us. A faulty product is repaired, replaced or refunded, and the return costs you nothing.</p>
  </>
);

const privacy = (
  <>
    <p>We keep what an order needs, and nothing to sell to others.</p>
    <h2>What we keep</h2>
    <ul>
      <li>Your e-mail address, name and delivery address, to send what you bought and to tell you about it.</li>
      <li>Your orders, as long as the law asks for the books to be kept.</li>
      <li>If you have an account: your profile, and your password only as a hash that cannot be read back.</li>
    </ul>
    <h2>What we never see</h2>
    <p>Card numbers. They go to the payment provider; we learn only whether the payment went through.</p>
    <h2>In your browser</h2>
    <p>
      The shop stores the number of your cart, what you looked at and searched for last, and the colours you chose. A cookie keeps
      you signed in. There are no cookies of third parties and no trackers.
    </p>
  </>
);

const terms = (
  <>
    <p>These terms hold for every order in this shop.</p>
    <h2>The contract</h2>
    <p>
      Placing an order is your offer; our confirmation by e-mail accepts it. Prices are those shown at that moment. If a price
      changes while something is in your cart, you are asked again before you pay.
    </p>
    <h2>Paying</h2>
    <p>
      Each total shows how it came about: every price, discount, delivery charge and tax. An order is charged once. If a payment
      fails, its items stay reserved for a short while so that you can try again.
    </p>
    <h2>Delivery and returns</h2>
    <p>
      See <Link to={paths.help('shipping')}>Delivery</Link> and <Link to={paths.help('returns')}>Returns</Link>.
    </p>
    <h2>A demo shop</h2>
    <p>
      When this shop runs with the demo payment provider, no money moves and nothing is sent. The owner of a real shop replaces
      these pages with the shop’s own.
    </p>
  </>
);

export const topics: Topic[] = [
  { slug: 'shipping', title: 'Delivery', body: shipping },
  { slug: 'returns', title: 'Returns', body: returns },
  { slug: 'privacy', title: 'Privacy', body: privacy },
  { slug: 'terms', title: 'Terms', body: terms },
];
