import type { RefundDecision, ReturnCondition, ReturnReason } from '@tradepost/api';
import { factOf, StatusBadge, type Tone } from '../../parts/StatusBadge.tsx';

export const returnStatuses: Record<string, { label: string; tone: Tone }> = {
  requested: { label: 'To decide', tone: 'warn' },
  approved: { label: 'Approved', tone: 'info' },
  refused: { label: 'Refused', tone: 'neutral' },
  inTransit: { label: 'On its way', tone: 'info' },
  received: { label: 'To inspect', tone: 'warn' },
  inspected: { label: 'Inspected', tone: 'info' },
  closed: { label: 'Complete', tone: 'ok' },
  cancelled: { label: 'Called off', tone: 'neutral' },
};

export const ReturnBadge = ({ status }: { status: string }) => <StatusBadge {...factOf(returnStatuses, status)} />;

export const reasons: Record<ReturnReason, string> = {
  damaged: 'Damaged or faulty',
  wrongItem: 'Wrong item',
  notAsDescribed: 'Not as described',
  tooBig: 'Too big',
  tooSmall: 'Too small',
  changedMind: 'Changed their mind',
  other: 'Other',
  withdrawal: 'Withdrawal',
};

export const conditions: Record<ReturnCondition, string> = {
  asNew: 'As new',
  opened: 'Opened',
  used: 'Used',
  damaged: 'Damaged',
  unusable: 'Unusable',
};

export const decisions: Record<RefundDecision, string> = { full: 'All of it', part: 'A part', none: 'Nothing' };

const events: Record<string, string> = {
  requested: 'Asked for',
  approved: 'Approved',
  refused: 'Refused',
  inTransit: 'Sent by the customer',
  received: 'Arrived',
  inspected: 'Inspected',
  closed: 'Complete',
  cancelled: 'Called off',
};

export const returnEvent = (event: string) => events[event] ?? event;
