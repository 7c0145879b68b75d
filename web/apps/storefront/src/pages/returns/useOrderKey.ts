import { keepOrderToken } from '@tradepost/api';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';

/** The order a link in a mail speaks of. A guest's key stands after the #; it is kept before the first request is made. */
export function useOrderKey(): string {
  const [search] = useSearchParams();
  const { hash } = useLocation();
  const orderId = search.get('order') ?? '';
  useState(() => keepOrderToken(orderId, new URLSearchParams(hash.slice(1)).get('token')));
  return orderId;
}
