import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { problemOf } from '../../data/problems.ts';
import { useCreateProduct } from '../../data/products.ts';
import { shopSettings } from '../../data/settings.ts';
import { LeaveGuard } from '../../parts/LeaveGuard.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Failed, Lines } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { paths } from '../../paths.ts';
import { emptyDraft } from './draft.ts';
import { createPayload } from './payload.ts';
import { ProductForm } from './ProductForm.tsx';
import classes from './Products.module.css';
import { useProductForm } from './useProductForm.ts';

const back = { to: paths.products(), label: 'Products' };

export function Component() {
  const settings = useQuery(shopSettings());
  return (
    <Page title="New product" back={back}>
      {settings.data && <Form currency={settings.data.currency} />}
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

function Form({ currency }: { currency: string }) {
  const [empty] = useState(emptyDraft);
  const form = useProductForm(empty, currency);
  const create = useCreateProduct();
  const [made, setMade] = useState<string | null>(null);
  const navigate = useNavigate();
  const toast = useToast();
  const problem = create.error ? problemOf(create.error) : null;

  // The move waits for the render in which the guard knows that nothing is unsaved any more.
  useEffect(() => {
    if (made) void navigate(paths.product(made), { replace: true });
  }, [made, navigate]);

  const save = async () => {
    try {
      const product = await create.mutateAsync(createPayload(form.state.draft, currency));
      toast({ title: `${form.state.draft.name.trim()} is created` });
      form.restart(form.state.draft);
      setMade(product.id);
    } catch (error) {
      form.refuse(problemOf(error).fields);
    }
  };

  return (
    <>
      <LeaveGuard dirty={form.dirty && !made} />
      <ProductForm
        form={form}
        currency={currency}
        busy={create.isPending}
        onSave={() => void save()}
        notice={
          problem && (
            <Alert className={classes.notice} color="red" role="alert" title="The product was not created">
              {problem.message}
            </Alert>
          )
        }
      />
    </>
  );
}
