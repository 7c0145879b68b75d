import { Alert, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { isProblem, type AdminProduct } from '@tradepost/api';
import { useState } from 'react';
import { problemOf, type Problem } from '../../data/problems.ts';
import { productById, useUpdateProduct, type Tagged } from '../../data/products.ts';
import { LeaveGuard } from '../../parts/LeaveGuard.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { draftOf } from './draft.ts';
import { patchPayload } from './payload.ts';
import { ProductForm } from './ProductForm.tsx';
import classes from './Products.module.css';
import { useProductForm } from './useProductForm.ts';

/** Somebody was faster. Nothing typed is lost; the person chooses whose version stands. */
function Conflict({ onTheirs, onMine, busy }: { onTheirs(): void; onMine(): void; busy: boolean }) {
  return (
    <Alert className={classes.notice} color="yellow" role="alert" title="Somebody else saved this product while you were editing">
      <p className={classes.words}>
        Your changes are still in the form and are not saved. Save yours, and only the fields you changed are written over theirs; or load
        their version, and your changes are gone.
      </p>
      <div className={classes.choices}>
        <Button size="xs" onClick={onMine} loading={busy}>
          Save my changes
        </Button>
        <Button size="xs" variant="default" onClick={onTheirs}>
          Load their version
        </Button>
      </div>
    </Alert>
  );
}

export function EditForm({ product }: { product: Tagged<AdminProduct> }) {
  const { value } = product;
  const currency = value.price.currency;
  const form = useProductForm(draftOf(value), currency);
  const update = useUpdateProduct(value.id);
  const client = useQueryClient();
  const toast = useToast();
  const [etag, setEtag] = useState(product.etag);
  const [problem, setProblem] = useState<Problem | null>(null);
  const conflict = problem?.code === 'precondition.failed';

  const save = async (tag: string | null) => {
    setProblem(null);
    try {
      const saved = await update.mutateAsync({ body: patchPayload(form.saved, form.state.draft, currency), etag: tag });
      setEtag(saved.etag);
      form.restart(draftOf(saved.value));
      toast({ title: `${saved.value.name} is saved` });
    } catch (error) {
      const found = problemOf(error);
      form.refuse(found.fields);
      setProblem(isProblem(error) && error.status === 412 ? { ...found, code: 'precondition.failed' } : found);
    }
  };

  const fresh = () => client.fetchQuery({ ...productById(value.id), staleTime: 0 });
  const loadTheirs = async () => {
    try {
      const latest = await fresh();
      setEtag(latest.etag);
      form.restart(draftOf(latest.value));
      setProblem(null);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const saveMine = async () => {
    try {
      const latest = await fresh();
      setEtag(latest.etag);
      await save(latest.etag);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };

  const notice = conflict ? (
    <Conflict onTheirs={() => void loadTheirs()} onMine={() => void saveMine()} busy={update.isPending} />
  ) : (
    problem && (
      <Alert className={classes.notice} color="red" role="alert" title="Nothing was saved">
        {problem.message}
        {problem.traceId && <span className={classes.trace}>Trace {problem.traceId}</span>}
      </Alert>
    )
  );
  return (
    <>
      <LeaveGuard dirty={form.dirty} />
      <ProductForm
        form={form}
        currency={currency}
        images={value.images}
        notice={notice}
        busy={update.isPending}
        onSave={() => void save(etag)}
        onDiscard={() => form.restart(form.saved)}
      />
    </>
  );
}
