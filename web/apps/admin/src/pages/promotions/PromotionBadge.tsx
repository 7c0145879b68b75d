import { factOf, StatusBadge } from '../../parts/StatusBadge.tsx';

const states = {
  running: { label: 'Running', tone: 'ok' },
  scheduled: { label: 'Scheduled', tone: 'info' },
  ended: { label: 'Ended', tone: 'neutral' },
  off: { label: 'Off', tone: 'warn' },
  deleted: { label: 'Deleted', tone: 'danger' },
} as const;

export const PromotionBadge = ({ state }: { state: string }) => <StatusBadge {...factOf(states, state)} />;
