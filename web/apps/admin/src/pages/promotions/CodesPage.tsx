import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PromotionCode } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { Download, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { problemOf } from '../../data/problems.ts';
import { exportCodes, promotionById, promotionCodes, useDeleteCode, useDeleteUnusedCodes } from '../../data/promotions.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { SearchField, Views } from '../../parts/ListTools.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { Empty } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { When } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import { GenerateDialog } from './GenerateDialog.tsx';
import { PromotionFrame } from './PromotionFrame.tsx';
import classes from './Promotions.module.css';

const views = [
  { used: undefined, label: 'All' },
  { used: 'true', label: 'Used' },
  { used: 'false', label: 'Not used' },
];

const columnsWith = (remove: (code: PromotionCode) => void): Column<PromotionCode>[] => [
  { key: 'code', header: 'Code', phone: 'main', cell: (code) => <span className={classes.code}>{code.code}</span> },
  {
    key: 'used',
    header: 'Used',
    phone: 'sub',
    cell: (code) => <span className="figures">{`${code.used} of ${code.usageLimit}`}</span>,
  },
  { key: 'made', header: 'Made', phone: 'subEnd', cell: (code) => <When at={code.createdAt} /> },
  {
    key: 'remove',
    header: 'Remove',
    quiet: true,
    phone: 'end',
    end: true,
    width: 60,
    cell: (code) =>
      code.used === 0 && (
        <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${code.code}`} onClick={() => remove(code)}>
          <Trash2 size={16} aria-hidden />
        </ActionIcon>
      ),
  },
];

function save(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function Component() {
  const { id = '' } = useParams();
  const { get, page, set } = useListSearch();
  const q = get('q');
  const used = get('used');
  const promotion = useQuery(promotionById(id));
  const codes = useQuery(promotionCodes(id, { q, page, ...(used !== undefined && { used: used === 'true' }) }));
  const [making, setMaking] = useState(false);
  const [clearing, setClearing] = useState(false);
  const [saving, setSaving] = useState(false);
  const remove = useDeleteCode(id);
  const clear = useDeleteUnusedCodes(id);
  const toast = useToast();
  const failed = (title: string) => (error: unknown) => toast({ title, detail: problemOf(error).message, tone: 'danger' });

  const removeOne = (code: PromotionCode) =>
    void remove.mutateAsync(code.id).then(() => toast({ title: `${code.code} is removed` }), failed('The code was not removed'));
  const removeUnused = () => {
    setClearing(false);
    void clear.mutateAsync().then(({ count }) => toast({ title: `${plural(count, 'code')} removed` }), failed('Nothing was removed'));
  };
  const download = async () => {
    setSaving(true);
    try {
      save(await exportCodes(id), `codes-${id}.csv`);
    } catch (error) {
      failed('The file was not made')(error);
    }
    setSaving(false);
  };

  const any = (promotion.data?.value.codeCount ?? 0) > 0;
  const make = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      Make codes
    </Button>
  );
  const actions = (
    <>
      {any && (
        <>
          <Button variant="default" onClick={() => setClearing(true)}>
            Remove unused
          </Button>
          <Button variant="default" loading={saving} leftSection={<Download size={16} aria-hidden />} onClick={() => void download()}>
            CSV
          </Button>
        </>
      )}
      {make}
    </>
  );
  return (
    <PromotionFrame view="codes" actions={actions} {...(promotion.data && { promotion: promotion.data.value })}>
      <ListView
        label="Codes"
        query={codes}
        columns={columnsWith(removeOne)}
        rowKey={(code) => code.id}
        page={page}
        onPage={(next) => set({ page: next })}
        toolbar={
          <>
            <Views
              label="Codes by use"
              views={views.map((view) => ({
                label: view.label,
                current: view.used === used,
                to: `${paths.promotionCodes(id)}${view.used ? `?used=${view.used}` : ''}`,
              }))}
            />
            <SearchField label="Search codes" placeholder="Begins with" value={q}
              onSearch={(text) => set({ q: text }, { replace: true })} />
          </>
        }
        empty={
          <Empty title={q || used ? 'No such code' : 'No codes yet'} action={!q && !used && make}>
            {q || used ? 'Codes are found by how they begin.' : 'Each customer gets one of their own. Nobody can guess the next one.'}
          </Empty>
        }
      />
      <GenerateDialog id={id} opened={making} onClose={() => setMaking(false)} />
      <ConfirmDialog
        opened={clearing}
        title="Remove all unused codes?"
        confirm="Remove them"
        keep="Keep them"
        busy={clear.isPending}
        onClose={() => setClearing(false)}
        onConfirm={removeUnused}
      >
        Codes that no order ever used stop working. Those that were handed out are among them.
      </ConfirmDialog>
    </PromotionFrame>
  );
}
