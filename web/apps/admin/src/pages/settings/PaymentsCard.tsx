import { Radio, Stack } from '@mantine/core';
import { Card } from '../../parts/Page.tsx';
import type { PartProps } from './ShopSettingsPage.tsx';

/** When the money of an order is taken. Orders placed before a change keep what was promised to their buyers. */
export function PaymentsCard({ draft, onChange }: Pick<PartProps, 'draft' | 'onChange'>) {
  return (
    <Card title="Payments">
      <Radio.Group
        label="Take the money"
        value={draft.payments?.capture ?? 'automatic'}
        onChange={(capture) => onChange({ payments: { capture } })}
      >
        <Stack gap="sm" mt="xs">
          <Radio value="automatic" label="When the order is placed" description="The buyer is charged at once." />
          <Radio
            value="onShipment"
            label="When the first parcel leaves"
            description="The money is held at checkout, for a few days at most providers. Ship before the hold ends, or it is lost."
          />
        </Stack>
      </Radio.Group>
    </Card>
  );
}
