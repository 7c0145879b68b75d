import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isProblem } from '@tradepost/api';
import { ExternalLink } from 'lucide-react';
import { Link, useNavigate, useParams } from 'react-router';
import { problemOf } from '../../data/problems.ts';
import { productById, useDeleteProduct, useRestoreProduct, type Tagged } from '../../data/products.ts';
import type { AdminProduct } from '@tradepost/api';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { ProductBadge } from '../../parts/StatusBadge.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { paths } from '../../paths.ts';
import { EditForm } from './EditForm.tsx';

const back = { to: paths.products(), label: 'Products' };

export function Component() {
  const { id = '' } = useParams();
  const product = useQuery(productById(id));
  if (product.data) return <Loaded key={id} product={product.data} />;
  const missing = isProblem(product.error) && (product.error.status === 404 || product.error.status === 400);
  return (
    <Page title={missing ? 'No such product' : 'Product'} back={back}>
      <Card>
        {missing && <Empty title="There is no product with this id">Look for it in the list by name, brand or SKU.</Empty>}
        {!missing && product.isError && (
          <Failed what="The product could not be loaded." error={product.error} onRetry={() => void product.refetch()} />
        )}
        {product.isPending && <Lines count={8} />}
      </Card>
    </Page>
  );
}

/** Deleting is soft, so it needs no question: it happens, and Undo stands beside it. */
function useRemoval(product: AdminProduct) {
  const remove = useDeleteProduct();
  const restore = useRestoreProduct();
  const toast = useToast();
  const navigate = useNavigate();

  const undo = async () => {
    try {
      await restore.mutateAsync(product.id);
      toast({ title: `${product.name} is back` });
    } catch (error) {
      toast({ title: `${product.name} was not restored`, detail: problemOf(error).message, tone: 'danger' });
    }
  };
  const run = async () => {
    try {
      await remove.mutateAsync(product.id);
      toast({
        title: `${product.name} is deleted`,
        detail: 'It is no longer in the shop. Orders keep what was bought.',
        action: { label: 'Undo', run: () => void undo() },
      });
      void navigate(paths.products());
    } catch (error) {
      toast({ title: `${product.name} was not deleted`, detail: problemOf(error).message, tone: 'danger' });
    }
  };
  return { run, undo, busy: remove.isPending || restore.isPending };
}

function Loaded({ product }: { product: Tagged<AdminProduct> }) {
  const { value } = product;
  const removal = useRemoval(value);
  const deleted = Boolean(value.deletedAt);
  const actions = (
    <>
      <Button variant="default" component={Link} to={paths.productPrices(value.id)}>
        Prices
      </Button>
      {!deleted && value.status === 'active' && (
        <Button
          variant="default"
          component="a"
          href={`/products/${value.slug}`}
          target="_blank"
          rel="noreferrer"
          rightSection={<ExternalLink size={14} aria-hidden />}
        >
          View in the shop
        </Button>
      )}
      {deleted ? (
        <Button loading={removal.busy} onClick={() => void removal.undo()}>
          Restore
        </Button>
      ) : (
        <Button variant="default" c="var(--admin-danger-text)" loading={removal.busy} onClick={() => void removal.run()}>
          Delete
        </Button>
      )}
    </>
  );
  return (
    <Page title={value.name} mark={<ProductBadge state={deleted ? 'deleted' : value.status} />} back={back} actions={actions}>
      <EditForm product={product} />
    </Page>
  );
}
