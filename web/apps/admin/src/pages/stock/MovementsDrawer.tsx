import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { StockLevel, StockMovement } from '@tradepost/api';
import { useState } from 'react';
import { movementList } from '../../data/stock.ts';
import { Pager } from '../../parts/Pager.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { Moment, optionWords } from '../../parts/Words.tsx';
import classes from './Stock.module.css';

export function MovementsDrawer({ level, onClose }: { level: StockLevel | null; onClose(): void }) {
  return (
    <Drawer opened={level !== null} onClose={onClose} title="Movements" size={440}>
      {level && <Movements level={level} />}
    </Drawer>
  );
}

function Movements({ level }: { level: StockLevel }) {
  const [page, setPage] = useState(1);
  const movements = useQuery(movementList(level.variantId, page));
  const { data } = movements;
  return (
    <>
      <p className={classes.name}>{[level.name, optionWords(level.options)].filter(Boolean).join(', ')}</p>
      <p className="row-note">{`${level.sku} · every change since the first, the latest on top`}</p>
      {movements.isPending && <Lines count={6} />}
      {movements.isError && !data && (
        <Failed what="The movements could not be loaded." error={movements.error} onRetry={() => void movements.refetch()} />
      )}
      {data?.items.length === 0 && <Empty title="No movement yet">The first delivery or sale shows up here.</Empty>}
      <ul className={classes.movements}>
        {data?.items.map((movement) => (
          <MovementRow key={movement.id} movement={movement} />
        ))}
      </ul>
      {data && <Pager label="Pages of movements" page={page} pageSize={data.pageSize} total={data.total} onPage={setPage} />}
    </>
  );
}

function MovementRow({ movement }: { movement: StockMovement }) {
  const { delta } = movement;
  return (
    <li className={classes.movement}>
      <span className={classes.delta} data-out={delta < 0 || undefined}>
        {delta > 0 ? `+${delta}` : `−${Math.abs(delta)}`}
      </span>
      <span>
        <span className="row-main">{movement.reason}</span>
        <span className="row-note">{[movement.reference, movement.locationName, movement.by].filter(Boolean).join(' · ')}</span>
        <span className="row-note">
          <Moment at={movement.at} />
        </span>
      </span>
    </li>
  );
}
