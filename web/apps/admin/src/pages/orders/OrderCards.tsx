import type { Address, Order } from '@tradepost/api';
import { Link } from 'react-router';
import { Card } from '../../parts/Page.tsx';
import { paths } from '../../paths.ts';
import classes from './Order.module.css';

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/** The country by name; what is no country code stays as it is. */
function countryName(code: string): string {
  try {
    return countryNames.of(code) ?? code;
  } catch {
    return code;
  }
}

function addressLines(address: Address): string[] {
  const place = [address.city, [address.state, address.postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [address.name, address.company, address.line1, address.line2, place, countryName(address.country), address.phone].filter(
    (line): line is string => Boolean(line),
  );
}

function AddressBlock({ title, address }: { title: string; address: Address }) {
  return (
    <div>
      <h3 className={classes.small}>{title}</h3>
      <address className={classes.address}>
        {addressLines(address).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
    </div>
  );
}

export function CustomerCard({ order }: { order: Order }) {
  const billing = order.billingAddress;
  const same = !billing || addressLines(billing).join('\n') === addressLines(order.shippingAddress).join('\n');
  return (
    <Card title="Customer">
      <div className={classes.stack}>
        <p className={classes.who}>
          <span className="row-main">{order.customerName || order.shippingAddress.name}</span>
          <a className="text-link" href={`mailto:${order.email}`}>
            {order.email}
          </a>
          <Link className="text-link" to={paths.orders({ q: order.email })}>
            All orders from this address
          </Link>
        </p>
        <AddressBlock title="Ships to" address={order.shippingAddress} />
        {same ? (
          <div>
            <h3 className={classes.small}>Billing</h3>
            <p className={classes.plain}>The same address</p>
          </div>
        ) : (
          <AddressBlock title="Billing" address={billing} />
        )}
      </div>
    </Card>
  );
}
