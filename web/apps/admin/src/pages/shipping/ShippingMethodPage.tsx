import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isProblem, type ShippingMethodDetail } from '@tradepost/api';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Tagged } from '../../data/products.ts';
import { problemOf } from '../../data/problems.ts';
import { useRemoveShippingMethod } from '../../data/settings.ts';
import { shippingMethod } from '../../data/shipping.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { StatusBadge } from '../../parts/StatusBadge.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { paths } from '../../paths.ts';
import { MethodForm } from './MethodForm.tsx';
import classes from './Shipping.module.css';
import { ZonesCard } from './ZonesCard.tsx';

const back = { to: paths.shippingMethods(), label: 'Shipping methods' };

export function Component() {
  const { id = '' } = useParams();
  const method = useQuery(shippingMethod(id));
  if (method.data) return <Loaded key={id} detail={method.data} />;
  const missing = isProblem(method.error) && (method.error.status === 404 || method.error.status === 400);
  return (
    <Page title={missing ? 'No such shipping method' : 'Shipping method'} back={back} narrow>
      <Card>
        {missing && <Empty title="There is no shipping method with this id">It may have been removed. The list has all of them.</Empty>}
        {!missing && method.isError && (
          <Failed what="The shipping method could not be loaded." error={method.error} onRetry={() => void method.refetch()} />
        )}
        {method.isPending && <Lines count={8} />}
      </Card>
    </Page>
  );
}

function Loaded({ detail }: { detail: Tagged<ShippingMethodDetail> }) {
  const { method } = detail.value;
  const [asking, setAsking] = useState(false);
  const remove = useRemoveShippingMethod();
  const toast = useToast();
  const navigate = useNavigate();
  const run = async () => {
    setAsking(false);
    try {
      await remove.mutateAsync(method.id);
      toast({ title: `${method.name} is removed` });
      void navigate(paths.shippingMethods());
    } catch (error) {
      toast({ title: `${method.name} was not removed`, detail: problemOf(error).message, tone: 'danger' });
    }
  };
  return (
    <Page
      title={method.name}
      mark={<StatusBadge label={method.active ? 'Offered' : 'Off'} tone={method.active ? 'ok' : 'neutral'} />}
      note="Placed orders keep the price they had."
      back={back}
      actions={
        <Button variant="default" c="var(--admin-danger-text)" loading={remove.isPending} onClick={() => setAsking(true)}>
          Remove
        </Button>
      }
      narrow
    >
      <div className={classes.stack}>
        <ZonesCard detail={detail} />
        <MethodForm key={detail.etag} method={method} etag={detail.etag} />
      </div>
      <ConfirmDialog
        opened={asking}
        title={`Remove ${method.name}?`}
        confirm="Remove it"
        keep="Keep it"
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => void run()}
      >
        Buyers can no longer choose it, and its zones and tables are gone. Placed orders keep it.
      </ConfirmDialog>
    </Page>
  );
}
