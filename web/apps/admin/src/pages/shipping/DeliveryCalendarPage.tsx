import { useQuery } from '@tanstack/react-query';
import type { DeliveryCalendar } from '@tradepost/api';
import { useState, type FormEvent } from 'react';
import type { Tagged } from '../../data/products.ts';
import { deliveryCalendar, useSaveCalendar } from '../../data/shipping.ts';
import { LeaveGuard } from '../../parts/LeaveGuard.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { SaveBar } from '../../parts/SaveBar.tsx';
import { Failed, Lines } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { calendarProblem, CalendarFields } from './CalendarFields.tsx';
import { Holidays } from './Holidays.tsx';
import classes from './Shipping.module.css';

export function Component() {
  const calendar = useQuery(deliveryCalendar());
  return (
    <Page title="Delivery days" note="When the shop hands parcels over. Delivery dates in the shop follow at once." narrow>
      {calendar.data ? (
        <CalendarForm key={calendar.data.etag} calendar={calendar.data} />
      ) : (
        <Card>
          {calendar.isError && (
            <Failed what="The delivery days could not be loaded." error={calendar.error} onRetry={() => void calendar.refetch()} />
          )}
          {calendar.isPending && <Lines count={8} />}
        </Card>
      )}
    </Page>
  );
}

function CalendarForm({ calendar: { value, etag } }: { calendar: Tagged<DeliveryCalendar> }) {
  const [draft, setDraft] = useState(value);
  const save = useSaveCalendar();
  const toast = useToast();
  const dirty = JSON.stringify(draft) !== JSON.stringify(value);
  const reason = calendarProblem(draft) ?? (dirty ? null : 'Nothing has changed yet.');
  const change = (patch: Partial<DeliveryCalendar>) => setDraft((before) => ({ ...before, ...patch }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    try {
      await save.mutateAsync({ body: draft, etag });
      toast({ title: 'The delivery days are saved', detail: 'Delivery dates in the shop follow them from now on.' });
    } catch {
      // The refusal stands in the form, beside what was typed.
    }
  };
  return (
    <form className={classes.stack} onSubmit={(event) => void submit(event)} noValidate>
      <LeaveGuard dirty={dirty && !save.isPending && !save.isSuccess} />
      <Refusal error={save.error} />
      <Card title="Sending">
        <CalendarFields draft={draft} error={save.error} onChange={change} />
      </Card>
      <Card title="Holidays">
        <Holidays holidays={draft.holidays} error={save.error} onChange={(holidays) => change({ holidays })} />
      </Card>
      <SaveBar
        note={dirty ? 'You have changes that are not saved.' : 'Everything is saved.'}
        reason={reason}
        busy={save.isPending}
        label="Save"
        onDiscard={dirty ? () => setDraft(value) : undefined}
      />
    </form>
  );
}
