import { ActionIcon, Button, Menu } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { Card } from '../../parts/Page.tsx';
import { ConditionField } from './ConditionField.tsx';
import { conditionTypes, labelOf } from './conditionTypes.ts';
import { blankCondition, type ConditionDraft } from './draft.ts';
import classes from './Promotions.module.css';
import type { PromotionFormState } from './usePromotionForm.ts';

interface Props {
  form: PromotionFormState;
  currency: string;
}

function AddMenu({ onAdd }: { onAdd(type: string): void }) {
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <Button className={classes.add} variant="subtle" size="compact-sm" leftSection={<Plus size={14} aria-hidden />}>
          Add a condition
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['What is bought', 'Who buys'] as const).map((group) => (
          <div key={group}>
            <Menu.Label>{group}</Menu.Label>
            {conditionTypes
              .filter((known) => known.group === group)
              .map(({ type, label }) => (
                <Menu.Item key={type} onClick={() => onAdd(type)}>
                  {label}
                </Menu.Item>
              ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** When it applies: all of these must hold. */
export function ConditionsCard({ form, currency }: Props) {
  const { conditions } = form.draft;
  const change = (place: number, patch: Partial<ConditionDraft>) =>
    form.set('conditions', conditions.map((condition, index) => (index === place ? { ...condition, ...patch } : condition)));
  return (
    <Card title="When it applies">
      <div className={classes.rows}>
        {conditions.length === 0 && <p className={classes.none}>Always. Add conditions to narrow it down; all of them must hold.</p>}
        {conditions.map((condition, place) => (
          <div key={place} className={classes.condition} role="group" aria-label={labelOf(condition.type)}>
            <ConditionField
              condition={condition}
              currency={currency}
              complaint={(field) => form.complaint(`conditions[${place}].${field}`)}
              onChange={(patch) => change(place, patch)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`Remove the condition “${labelOf(condition.type)}”`}
              onClick={() => form.set('conditions', conditions.filter((_, index) => index !== place))}
            >
              <X size={16} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <AddMenu onAdd={(type) => form.set('conditions', [...conditions, blankCondition(type)])} />
      </div>
    </Card>
  );
}
