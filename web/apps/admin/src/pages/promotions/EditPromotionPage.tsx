import { Alert, Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { isProblem, type Promotion } from '@tradepost/api';
import { useState } from 'react';
import { useParams } from 'react-router';
import { problemOf, type Problem } from '../../data/problems.ts';
import type { Tagged } from '../../data/products.ts';
import { promotionById, useUpdatePromotion } from '../../data/promotions.ts';
import { shopSettings } from '../../data/settings.ts';
import { LeaveGuard } from '../../parts/LeaveGuard.tsx';
import { Card } from '../../parts/Page.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { draftOf } from './draft.ts';
import { payloadOf } from './payload.ts';
import { PromotionForm } from './PromotionForm.tsx';
import { PromotionFrame } from './PromotionFrame.tsx';
import classes from './Promotions.module.css';
import { usePromotionForm } from './usePromotionForm.ts';

export function Component() {
  const { id = '' } = useParams();
  const promotion = useQuery(promotionById(id));
  const settings = useQuery(shopSettings());
  const missing = isProblem(promotion.error) && (promotion.error.status === 404 || promotion.error.status === 400);
  if (promotion.data && settings.data)
    return (
      <PromotionFrame promotion={promotion.data.value} view="edit">
        <EditForm key={id} promotion={promotion.data} currency={settings.data.currency} zone={settings.data.timeZone ?? 'UTC'} />
      </PromotionFrame>
    );
  return (
    <PromotionFrame view="edit">
      <Card>
        {missing && <Empty title="There is no promotion with this id">Look for it in the list by name or code.</Empty>}
        {!missing && promotion.isError && (
          <Failed what="The promotion could not be loaded." error={promotion.error} onRetry={() => void promotion.refetch()} />
        )}
        {(promotion.isPending || (promotion.data && !settings.data)) && <Lines count={8} />}
      </Card>
    </PromotionFrame>
  );
}

/** Somebody was faster. Nothing typed is lost; the person chooses whose version stands. */
function Conflict({ onTheirs, onMine, busy }: { onTheirs(): void; onMine(): void; busy: boolean }) {
  return (
    <Alert className={classes.notice} color="yellow" role="alert" title="Somebody else saved this promotion while you were editing">
      <p className={classes.words}>Your changes are still in the form and are not saved. Saving yours replaces theirs.</p>
      <div className={classes.choices}>
        <Button size="xs" onClick={onMine} loading={busy}>
          Save my version
        </Button>
        <Button size="xs" variant="default" onClick={onTheirs}>
          Load their version
        </Button>
      </div>
    </Alert>
  );
}

function EditForm({ promotion, currency, zone }: { promotion: Tagged<Promotion>; currency: string; zone: string }) {
  const form = usePromotionForm(draftOf(promotion.value, zone), currency);
  const update = useUpdatePromotion(promotion.value.id);
  const client = useQueryClient();
  const toast = useToast();
  const [etag, setEtag] = useState(promotion.etag);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState(false);

  const save = async (tag: string | null) => {
    setProblem(null);
    setConflict(false);
    try {
      const saved = await update.mutateAsync({ body: payloadOf(form.state.draft, currency, zone), etag: tag });
      setEtag(saved.etag);
      form.restart(draftOf(saved.value, zone));
      toast({ title: `${saved.value.name} is saved`, detail: 'Carts use it from now on. Placed orders keep what they had.' });
    } catch (error) {
      const found = problemOf(error);
      form.refuse(found.fields);
      if (isProblem(error) && error.status === 412) setConflict(true);
      else setProblem(found);
    }
  };
  const latest = async (then: (fresh: Tagged<Promotion>) => void | Promise<void>) => {
    try {
      await then(await client.fetchQuery({ ...promotionById(promotion.value.id), staleTime: 0 }));
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const loadTheirs = () =>
    latest((fresh) => {
      setEtag(fresh.etag);
      form.restart(draftOf(fresh.value, zone));
      setConflict(false);
    });

  return (
    <>
      <LeaveGuard dirty={form.dirty} />
      <PromotionForm
        form={form}
        currency={currency}
        zone={zone}
        creating={false}
        busy={update.isPending}
        onSave={() => void save(etag)}
        onDiscard={() => form.restart(form.saved)}
        notice={
          conflict ? (
            <Conflict onTheirs={() => void loadTheirs()} onMine={() => void latest((fresh) => save(fresh.etag))} busy={update.isPending} />
          ) : (
            problem && (
              <Alert className={classes.notice} color="red" role="alert" title="Nothing was saved">
                {problem.message}
              </Alert>
            )
          )
        }
      />
    </>
  );
}
