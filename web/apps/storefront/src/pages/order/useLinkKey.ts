import { keepOrderToken } from '@tradepost/api';
import { useState } from 'react';
import { useLocation } from 'react-router';

/**
 * A guest's key to an order stands after the # of the links in their mails: that part never reaches a server or a log. It is kept before
 * the first request is made.
 */
export function useLinkKey(orderId: string): void {
  const { hash } = useLocation();
  useState(() => keepOrderToken(orderId, new URLSearchParams(hash.slice(1)).get('token')));
}
