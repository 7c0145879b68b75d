import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { problemOf } from '../../data/problems.ts';
import { useCreatePromotion } from '../../data/promotions.ts';
import { shopSettings } from '../../data/settings.ts';
import { LeaveGuard } from '../../parts/LeaveGuard.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Failed, Lines } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { paths } from '../../paths.ts';
import { blankDraft } from './draft.ts';
import { payloadOf } from './payload.ts';
import { PromotionForm } from './PromotionForm.tsx';
import classes from './Promotions.module.css';
import { usePromotionForm } from './usePromotionForm.ts';

const back = { to: paths.promotions(), label: 'Promotions' };

export function Component() {
  const settings = useQuery(shopSettings());
  return (
    <Page title="New promotion" back={back}>
      {settings.data && <Form currency={settings.data.currency} zone={settings.data.timeZone ?? 'UTC'} />}
      {settings.isPending && (
        <Card>
          <Lines count={8} />
        </Card>
      )}
      {settings.isError && (
        <Card>
          <Failed what="The shop’s currency could not be loaded." error={settings.error} onRetry={() => void settings.refetch()} />
        </Card>
      )}
    </Page>
  );
}

function Form({ currency, zone }: { currency: string; zone: string }) {
  const form = usePromotionForm(blankDraft, currency);
  const create = useCreatePromotion();
  const [made, setMade] = useState<string | null>(null);
  const navigate = useNavigate();
  const toast = useToast();
  const problem = create.error ? problemOf(create.error) : null;

  // The move waits for the render in which the guard knows that nothing is unsaved any more.
  useEffect(() => {
    if (made) void navigate(paths.promotion(made), { replace: true });
  }, [made, navigate]);

  const save = async () => {
    try {
      const promotion = await create.mutateAsync(payloadOf(form.state.draft, currency, zone));
      toast({ title: `${promotion.name} is created` });
      form.restart(form.state.draft);
      setMade(promotion.id);
    } catch (error) {
      form.refuse(problemOf(error).fields);
    }
  };

  return (
    <>
      <LeaveGuard dirty={form.dirty && !made} />
      <PromotionForm
        form={form}
        currency={currency}
        zone={zone}
        creating
        busy={create.isPending}
        onSave={() => void save()}
        notice={
          problem && (
            <Alert className={classes.notice} color="red" role="alert" title="The promotion was not created">
              {problem.message}
            </Alert>
          )
        }
      />
    </>
  );
}
