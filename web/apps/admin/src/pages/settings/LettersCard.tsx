import { ColorInput, Textarea, TextInput } from '@mantine/core';
import type { ShopFacts } from '@tradepost/api';
import { Card } from '../../parts/Page.tsx';
import { fieldOf } from '../../parts/Refusal.tsx';
import classes from './Settings.module.css';

interface Props {
  notices: ShopFacts['notices'];
  error: unknown;
  onChange(notices: ShopFacts['notices']): void;
}

const below: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** How every letter looks. */
export function LettersCard({ notices, error, onChange }: Props) {
  return (
    <Card title="Letters">
      <div className={classes.form}>
        <TextInput
          label="Logo"
          description="The address of a picture, shown 36 pixels high. Without one, the shop’s name stands there."
          inputWrapperOrder={below}
          placeholder="https://"
          value={notices.logoUrl ?? ''}
          maxLength={500}
          error={fieldOf(error, 'notices.logoUrl')}
          onChange={(event) => onChange({ ...notices, logoUrl: event.currentTarget.value })}
        />
        <ColorInput
          label="Colour of buttons"
          description="The words on it turn black or white by themselves."
          inputWrapperOrder={below}
          format="hex"
          value={notices.accent}
          error={fieldOf(error, 'notices.accent')}
          onChange={(accent) => onChange({ ...notices, accent })}
        />
        <Textarea
          label="Below every letter"
          description="Who the shop is and where: many countries ask for it."
          inputWrapperOrder={below}
          autosize
          minRows={2}
          maxLength={500}
          value={notices.footer ?? ''}
          error={fieldOf(error, 'notices.footer')}
          onChange={(event) => onChange({ ...notices, footer: event.currentTarget.value })}
        />
      </div>
    </Card>
  );
}
