import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Order } from '@tradepost/api';
import { orderTags, useTagOrders } from '../../data/orderDesk.ts';
import { problemOf } from '../../data/problems.ts';
import { Card } from '../../parts/Page.tsx';
import { useToast } from '../../parts/Toasts.tsx';

/** Words an order is found by. They are kept as they are put on and taken off. */
export function TagsCard({ order }: { order: Order }) {
  const known = useQuery(orderTags()).data ?? [];
  const tag = useTagOrders();
  const toast = useToast();
  const now = order.tags ?? [];
  const change = (next: string[]) => {
    const plain = next.map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
    const add = plain.filter((word) => !now.includes(word));
    const remove = now.filter((word) => !plain.includes(word));
    if (add.length + remove.length === 0) return;
    tag.mutate(
      { orderIds: [order.id], add, remove },
      { onError: (error) => toast({ title: 'The tags stay as they are', detail: problemOf(error).message, tone: 'danger' }) },
    );
  };
  return (
    <Card title="Tags">
      <TagsInput
        aria-label="Tags"
        placeholder={now.length === 0 ? 'Type a word and press Enter' : ''}
        data={known}
        value={now}
        maxTags={20}
        readOnly={tag.isPending}
        onChange={change}
      />
    </Card>
  );
}
