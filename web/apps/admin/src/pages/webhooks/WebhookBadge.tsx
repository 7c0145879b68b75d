import type { Webhook } from '@tradepost/api';
import { StatusBadge } from '../../parts/StatusBadge.tsx';

export function WebhookBadge({ hook }: { hook: Webhook }) {
  if (!hook.active) return <StatusBadge label="Off" tone={hook.disabledReason ? 'danger' : 'neutral'} />;
  return hook.failingSince ? <StatusBadge label="Failing" tone="warn" /> : <StatusBadge label="On" tone="ok" />;
}
