import { Button } from '@mantine/core';
import type { Promotion } from '@tradepost/api';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { problemOf } from '../../data/problems.ts';
import { useDeletePromotion, useRestorePromotion } from '../../data/promotions.ts';
import { Views } from '../../parts/ListTools.tsx';
import { Page } from '../../parts/Page.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { paths } from '../../paths.ts';
import { PromotionBadge } from './PromotionBadge.tsx';

const back = { to: paths.promotions(), label: 'Promotions' };
type View = 'edit' | 'usage' | 'codes';

interface Props {
  promotion?: Promotion;
  view: View;
  actions?: ReactNode;
  children: ReactNode;
}

/** Deleting is soft, so it needs no question: it happens, and Undo stands beside it. */
function useRemoval(promotion: Promotion) {
  const remove = useDeletePromotion();
  const restore = useRestorePromotion();
  const toast = useToast();
  const navigate = useNavigate();
  const undo = async () => {
    try {
      await restore.mutateAsync(promotion.id);
      toast({ title: `${promotion.name} is back` });
    } catch (error) {
      toast({ title: `${promotion.name} was not restored`, detail: problemOf(error).message, tone: 'danger' });
    }
  };
  const run = async () => {
    try {
      await remove.mutateAsync(promotion.id);
      toast({
        title: `${promotion.name} is deleted`,
        detail: 'It applies to no cart any more. Placed orders keep what they had.',
        action: { label: 'Undo', run: () => void undo() },
      });
      void navigate(paths.promotions());
    } catch (error) {
      toast({ title: `${promotion.name} was not deleted`, detail: problemOf(error).message, tone: 'danger' });
    }
  };
  return { run, undo, busy: remove.isPending || restore.isPending };
}

function Removal({ promotion }: { promotion: Promotion }) {
  const removal = useRemoval(promotion);
  return promotion.state === 'deleted' ? (
    <Button loading={removal.busy} onClick={() => void removal.undo()}>
      Restore
    </Button>
  ) : (
    <Button variant="default" c="var(--admin-danger-text)" loading={removal.busy} onClick={() => void removal.run()}>
      Delete
    </Button>
  );
}

/** What the pages of one promotion have in common: its name, where it stands, and the way between them. */
export function PromotionFrame({ promotion, view, actions, children }: Props) {
  if (!promotion)
    return (
      <Page title="Promotion" back={back}>
        {children}
      </Page>
    );
  const { id, name, state, requiresCode, codeCount } = promotion;
  const tabs: [View, string, string][] = [
    ['edit', 'Promotion', paths.promotion(id)],
    ['usage', 'Usage', paths.promotionUsage(id)],
  ];
  if (requiresCode || codeCount > 0) tabs.push(['codes', `Codes ${codeCount.toLocaleString('en-US')}`, paths.promotionCodes(id)]);
  return (
    <Page
      title={name}
      mark={<PromotionBadge state={state} />}
      back={back}
      note={<Views label="Pages of this promotion" views={tabs.map(([key, label, to]) => ({ label, to, current: key === view }))} />}
      actions={
        <>
          {actions}
          <Removal promotion={promotion} />
        </>
      }
    >
      {children}
    </Page>
  );
}
