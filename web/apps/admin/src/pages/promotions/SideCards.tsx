import { SegmentedControl, Switch } from '@mantine/core';
import { Card } from '../../parts/Page.tsx';
import type { Opening } from './draft.ts';
import classes from './Promotions.module.css';
import { Text } from './Text.tsx';
import type { PromotionFormState } from './usePromotionForm.ts';

const openings = [
  { value: 'auto', label: 'By itself' },
  { value: 'code', label: 'One code' },
  { value: 'bulk', label: 'Many codes' },
];

const openingHints: Record<Opening, string> = {
  auto: 'It applies to every cart that meets the conditions.',
  code: 'It applies to whoever enters the code. Capitals do not matter.',
  bulk: 'Each customer gets a code of their own. Make the codes after saving, under “Codes”.',
};

export function OpeningCard({ form }: { form: PromotionFormState }) {
  const { opening } = form.draft;
  return (
    <Card title="How it is opened">
      <div className={classes.fields}>
        <SegmentedControl
          fullWidth
          aria-label="How it is opened"
          data={openings}
          value={opening}
          onChange={(value) => form.set('opening', value as Opening)}
        />
        <p className={classes.hint}>{openingHints[opening]}</p>
        {opening === 'code' && (
          <Text label="Code" value={form.draft.code} error={form.complaint('code')} maxLength={60}
            onChange={(code) => form.set('code', code)} />
        )}
      </div>
    </Card>
  );
}

export function WindowCard({ form, zone }: { form: PromotionFormState; zone: string }) {
  return (
    <Card title="When it runs">
      <div className={classes.fields}>
        <Switch
          label="Switched on"
          checked={form.draft.active}
          onChange={(event) => form.set('active', event.currentTarget.checked)}
        />
        <Text label="From" type="datetime-local" value={form.draft.startsAt} error={form.complaint('startsAt')}
          onChange={(at) => form.set('startsAt', at)} />
        <Text label="Until" type="datetime-local" value={form.draft.endsAt} error={form.complaint('endsAt')}
          note={`By the shop’s clocks (${zone.replaceAll('_', ' ')}). Empty: no start, no end.`}
            onChange={(at) => form.set('endsAt', at)} />
      </div>
    </Card>
  );
}

export function LimitsCard({ form }: { form: PromotionFormState }) {
  return (
    <Card title="How often">
      <div className={classes.pair}>
        <Text label="In all" numeric="numeric" value={form.draft.usageLimit} error={form.complaint('usageLimit')} note="Empty: no limit."
          onChange={(limit) => form.set('usageLimit', limit)} />
        <Text label="Per customer" numeric="numeric" value={form.draft.perCustomerLimit} error={form.complaint('perCustomerLimit')}
          onChange={(limit) => form.set('perCustomerLimit', limit)} />
      </div>
      <p className={classes.hint}>Counted in orders. A cancelled order makes room again.</p>
    </Card>
  );
}

export function StackingCard({ form }: { form: PromotionFormState }) {
  return (
    <Card title="With other promotions">
      <div className={classes.fields}>
        <Switch
          label="Can be combined with others"
          checked={form.draft.combinable}
          onChange={(event) => form.set('combinable', event.currentTarget.checked)}
        />
        {!form.draft.combinable && (
          <p className={classes.hint}>It applies alone. The customer gets whichever is better: this one, or the others together.</p>
        )}
        <Text label="Priority" numeric="numeric" value={form.draft.priority} error={form.complaint('priority')}
          note="Lower ones first, each on what the earlier ones left." onChange={(priority) => form.set('priority', priority)} />
      </div>
    </Card>
  );
}

export function ShownCard({ form }: { form: PromotionFormState }) {
  const automatic = form.draft.opening === 'auto';
  const endless = form.draft.endsAt === '';
  return (
    <Card title="In the shop">
      {automatic ? (
        <div className={classes.fields}>
          <Text label="Badge" value={form.draft.badge} error={form.complaint('badge')} maxLength={40}
            note="A few words on the page of each product it is for." onChange={(badge) => form.set('badge', badge)} />
          <Switch
            label="Count down to its end"
            description={endless ? 'Needs an end to count down to.' : undefined}
            disabled={endless}
            checked={form.draft.showCountdown && !endless}
            onChange={(event) => form.set('showCountdown', event.currentTarget.checked)}
          />
        </div>
      ) : (
        <p className={classes.none}>Promotions with codes are not shown on product pages.</p>
      )}
    </Card>
  );
}
