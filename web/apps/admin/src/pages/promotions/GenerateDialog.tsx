import { Button, Modal } from '@mantine/core';
import { plural } from '@tradepost/domain';
import { useState, type FormEvent } from 'react';
import { useGenerateCodes } from '../../data/promotions.ts';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import classes from './Promotions.module.css';
import { Text } from './Text.tsx';

interface Props {
  id: string;
  opened: boolean;
  onClose(): void;
}

export function GenerateDialog({ id, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Make codes" size="md">
      {opened && <Form id={id} onClose={onClose} />}
    </Modal>
  );
}

const fits = (text: string, min: number, max: number) => /^\d+$/.test(text.trim()) && Number(text) >= min && Number(text) <= max;

function Form({ id, onClose }: { id: string; onClose(): void }) {
  const [draft, setDraft] = useState({ count: '100', prefix: '', length: '12', usageLimit: '1' });
  const generate = useGenerateCodes(id);
  const toast = useToast();
  const set = (patch: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...patch }));
  const reason = !fits(draft.count, 1, 100_000)
    ? 'Make 1 to 100,000 codes at a time.'
    : !fits(draft.length, 8, 32)
      ? 'A code has 8 to 32 characters, so that nobody guesses it.'
      : !fits(draft.usageLimit, 1, 1_000_000_000)
        ? 'Each code can be used once or more.'
        : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    const wanted = {
      count: Number(draft.count), prefix: draft.prefix.trim(), length: Number(draft.length), usageLimit: Number(draft.usageLimit),
    };
    void generate.mutateAsync(wanted).then(
      ({ count }) => {
        toast({ title: `${plural(count, 'code')} made`, detail: 'From now on the promotion needs one of them.' });
        onClose();
      },
      () => undefined,
    );
  };

  return (
    <form className={classes.fields} onSubmit={submit}>
      <Refusal error={generate.error} />
      <div className={classes.pair}>
        <Text label="How many" numeric="numeric" value={draft.count} error={fieldOf(generate.error, 'count')}
          onChange={(count) => set({ count })} />
        <Text label="Each can be used" suffix="times" numeric="numeric" value={draft.usageLimit}
          error={fieldOf(generate.error, 'usageLimit')} onChange={(usageLimit) => set({ usageLimit })} />
        <Text label="Begin with" value={draft.prefix} error={fieldOf(generate.error, 'prefix')} maxLength={20}
          note="For example GIFT-" onChange={(prefix) => set({ prefix })} />
        <Text label="Characters after that" numeric="numeric" value={draft.length} error={fieldOf(generate.error, 'length')}
          onChange={(length) => set({ length })} />
      </div>
      <div className={classes.choices}>
        <ReasonedButton type="submit" loading={generate.isPending} reason={reason}>
          Make codes
        </ReasonedButton>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
