import { Alert, Table } from '@mantine/core';
import type { TableResult } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import type { TableKind } from '../../data/shipping.ts';
import classes from './Shipping.module.css';

/** What the file would do, or which of its rows are faulty. */
export function ImportResult({ kind, result }: { kind: TableKind; result: TableResult }) {
  const { errors, errorCount, used, rows, zones } = result;
  if (errorCount > 0)
    return (
      <Alert color="red" role="alert" title={`${plural(errorCount, 'row')} can’t be used. Nothing was changed.`}>
        <div className={classes.result} tabIndex={0} role="region" aria-label="Faulty rows">
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {errors.map(({ line, column, message }, index) => (
              <li key={index}>
                Line {line}
                {column ? `, ${column}` : ''}: {message}
              </li>
            ))}
          </ul>
          {errorCount > errors.length && <p>and {errorCount - errors.length} more.</p>}
        </div>
      </Alert>
    );
  return (
    <Alert color="green" role="status" title={`${plural(used, 'row')} of ${rows} will be taken. Nothing is changed yet.`}>
      <div className={classes.result} tabIndex={0} role="region" aria-label="Zones afterwards">
        <Table aria-label="Zones afterwards">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Zone</Table.Th>
              <Table.Th ta="end">{kind === 'rates' ? 'Prices now' : 'Places now'}</Table.Th>
              <Table.Th ta="end">Afterwards</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {zones.map(({ zone, entries, before, isNew }) => (
              <Table.Tr key={zone}>
                <Table.Td>
                  {zone}
                  {isNew && <span className="soft"> (new)</span>}
                </Table.Td>
                <Table.Td ta="end" className="figures">
                  {before}
                </Table.Td>
                <Table.Td ta="end" className="figures">
                  {entries}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Alert>
  );
}
