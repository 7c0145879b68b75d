import { Button, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { isProblem, type LetterDetail, type LetterTemplate } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import { useParams } from 'react-router';
import { letterByKind, letterPreview, useLetterActions } from '../../data/notices.ts';
import { problemOf } from '../../data/problems.ts';
import type { Tagged } from '../../data/products.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { LeaveGuard } from '../../parts/LeaveGuard.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { fieldOf, Refusal } from '../../parts/Refusal.tsx';
import { SaveBar } from '../../parts/SaveBar.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { StatusBadge } from '../../parts/StatusBadge.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { paths } from '../../paths.ts';
import classes from './Letters.module.css';
import { Preview } from './Preview.tsx';

const back = { to: paths.letters(), label: 'Letters' };

export function Component() {
  const { kind = '' } = useParams();
  const letter = useQuery(letterByKind(kind));
  if (letter.data) return <Editor key={letter.data.etag} letter={letter.data} />;
  const missing = isProblem(letter.error) && letter.error.status === 404;
  return (
    <Page title={missing ? 'No such letter' : 'Letter'} back={back}>
      <Card>
        {missing && <Empty title="The shop writes no such letter">Choose one from the list.</Empty>}
        {!missing && letter.isError && (
          <Failed what="The letter could not be loaded." error={letter.error} onRetry={() => void letter.refetch()} />
        )}
        {letter.isPending && <Lines count={8} />}
      </Card>
    </Page>
  );
}

function Editor({ letter: { value: letter, etag } }: { letter: Tagged<LetterDetail> }) {
  const stored: LetterTemplate = { subject: letter.subject, html: letter.html, text: letter.text };
  const [draft, setDraft] = useState(stored);
  const [asking, setAsking] = useState(false);
  const { save, reset, test } = useLetterActions(letter.kind, etag);
  const [settled] = useDebouncedValue(draft, 400);
  const preview = useQuery(letterPreview(letter.kind, settled));
  const toast = useToast();
  const dirty = JSON.stringify(draft) !== JSON.stringify(stored);
  const broken = preview.isError && isProblem(preview.error) && preview.error.status === 400;
  const reason = broken ? 'The template has a mistake; it is named beside its field.' : dirty ? null : 'Nothing is changed.';

  const run = async (work: Promise<unknown>, title: string, detail: string) => {
    try {
      await work;
      toast({ title, detail });
    } catch (error) {
      toast({ title: 'That did not work', detail: problemOf(error).message, tone: 'danger' });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason) void run(save.mutateAsync(draft), 'The letter is saved', 'The next one goes out like this.');
  };
  const actions = (
    <>
      {letter.edited && (
        <Button variant="default" onClick={() => setAsking(true)}>
          Set back
        </Button>
      )}
      <Button
        variant="default"
        loading={test.isPending}
        onClick={() => void run(test.mutateAsync(draft), 'A test is on its way', 'To your own address, on made-up facts.')}
      >
        Send me a test
      </Button>
    </>
  );
  return (
    <Page
      title={letter.title}
      back={back}
      mark={<StatusBadge label={letter.edited ? 'Edited' : 'Built in'} tone={letter.edited ? 'info' : 'neutral'} />}
      actions={actions}
    >
      <LeaveGuard dirty={dirty && !save.isPending} />
      <form className={classes.columns} onSubmit={submit}>
        <div className={classes.fields}>
          <Refusal error={save.error} />
          <Fields draft={draft} error={broken ? preview.error : save.error} onChange={(patch) => setDraft({ ...draft, ...patch })} />
          <FieldList fields={letter.fields} />
          <SaveBar
            note={dirty ? 'Not saved yet' : 'All saved'}
            reason={reason}
            busy={save.isPending}
            label="Save letter"
            onDiscard={dirty ? () => setDraft(stored) : undefined}
          />
        </div>
        <Preview letter={preview.data} stale={broken || preview.isPlaceholderData} error={broken ? null : preview.error} />
      </form>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Set this letter back?"
        confirm="Set it back"
        keep="Keep it"
        busy={reset.isPending}
        onConfirm={() => {
          setAsking(false);
          void run(reset.mutateAsync(), 'The built-in letter is back', 'The next one goes out like it.');
        }}
      >
        The next letter goes out from the built-in template. What you wrote stays in the history.
      </ConfirmDialog>
    </Page>
  );
}

function Fields({ draft, error, onChange }: { draft: LetterTemplate; error: unknown; onChange(patch: Partial<LetterTemplate>): void }) {
  return (
    <>
      <TextInput
        label="Subject"
        value={draft.subject}
        maxLength={200}
        error={fieldOf(error, 'subject')}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <Textarea
        label="Page (HTML)"
        classNames={{ input: classes.code ?? '' }}
        rows={16}
        spellCheck={false}
        value={draft.html}
        error={fieldOf(error, 'html')}
        onChange={(event) => onChange({ html: event.currentTarget.value })}
      />
      <Textarea
        label="Plain text"
        classNames={{ input: classes.code ?? '' }}
        rows={10}
        spellCheck={false}
        value={draft.text}
        error={fieldOf(error, 'text')}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    </>
  );
}

function FieldList({ fields }: { fields: string[] }) {
  return (
    <details className={classes.known}>
      <summary>What this letter can name</summary>
      <ul>
        {fields.map((field) => (
          <li key={field}>
            <code>{`{{${field}}}`}</code>
          </li>
        ))}
      </ul>
      <p className="soft">
        Names with [] stand inside <code>{'{{#each …}}'}</code>, written without what comes before. There are also{' '}
        <code>{'{{#if …}}'}</code>, <code>{'{{else}}'}</code> and, in the page, <code>{'{{> button Url=… Label="…"}}'}</code>.
      </p>
    </details>
  );
}
