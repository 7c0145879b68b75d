import type { ShippingOption } from '@tradepost/api';
import { formatDays, formatDeliveryWindow } from '@tradepost/domain';
import { useState } from 'react';

/** The days something arrives on: those of the shop's calendar, or, where it named none, as many days from now. */
export function ArrivalWords({ option }: { option: ShippingOption }) {
  const [today] = useState(() => new Date());
  return <>{option.estimatedDelivery ? formatDays(option.estimatedDelivery) : formatDeliveryWindow(today, option.estimatedDays)}</>;
}
