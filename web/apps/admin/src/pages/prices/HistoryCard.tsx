import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AdminPrices } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useState } from 'react';
import { historyOf } from '../../data/prices.ts';
import { Card } from '../../parts/Page.tsx';
import { Failed, Lines } from '../../parts/States.tsx';
import { Amount, Moment, optionWords } from '../../parts/Words.tsx';
import { HistoryChart } from './HistoryChart.tsx';
import classes from './Prices.module.css';

export function HistoryCard({ prices }: { prices: AdminPrices }) {
  const [variantId, setVariantId] = useState(prices.variants[0]?.id ?? '');
  const [currency, setCurrency] = useState(prices.currency);
  const history = useQuery(historyOf(variantId, currency));
  const points = history.data?.items ?? [];
  return (
    <Card title="History">
      <div className={classes.tools}>
        {prices.variants.length > 1 && (
          <Select
            label="Variant"
            data={prices.variants.map((variant) => ({ value: variant.id, label: optionWords(variant.options) || variant.sku }))}
            value={variantId}
            allowDeselect={false}
            onChange={(value) => setVariantId(value ?? variantId)}
          />
        )}
        {prices.otherCurrencies.length > 0 && (
          <Select
            label="Currency"
            data={[prices.currency, ...prices.otherCurrencies]}
            value={currency}
            allowDeselect={false}
            onChange={(value) => setCurrency(value ?? currency)}
          />
        )}
      </div>
      {history.isPending && <Lines count={4} />}
      {history.isError && (
        <Failed what="The history could not be loaded." error={history.error} onRetry={() => void history.refetch()} />
      )}
      {history.data && points.length === 0 && <p className="soft">It never had a price in {currency}.</p>}
      {points.length > 0 && (
        <>
          <HistoryChart points={points} />
          <details className={classes.details}>
            <summary>
              Show the table, {plural(history.data?.total ?? 0, 'price')}
              {(history.data?.total ?? 0) > points.length && `, the latest ${points.length}`}
            </summary>
            <div className={classes.scroll}>
              <table className={classes.grid} aria-label="Price history">
                <thead>
                  <tr>
                    <th scope="col">From</th>
                    <th scope="col" data-end>
                      Earlier price
                    </th>
                    <th scope="col" data-end>
                      Price
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {points.map((point, index) => (
                    <tr key={index}>
                      <td>
                        <Moment at={point.validFrom} />
                      </td>
                      <td data-end>{point.compareAtPrice ? <Amount value={point.compareAtPrice} /> : <span className="soft">–</span>}</td>
                      <td data-end>{point.price ? <Amount value={point.price} /> : <span className="soft">Not sold</span>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
    </Card>
  );
}
