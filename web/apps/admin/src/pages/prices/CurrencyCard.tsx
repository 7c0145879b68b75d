import { Button, TextInput } from '@mantine/core';
import type { AdminPrices, AdminVariantPrices } from '@tradepost/api';
import { parseMoney, toDecimal } from '@tradepost/domain';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { useSetCurrencyPrices } from '../../data/prices.ts';
import { Card } from '../../parts/Page.tsx';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Empty } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { Amount, optionWords } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import { amountProblem } from '../settings/rules.ts';
import classes from './Prices.module.css';

/** Typed amounts by "variant currency". */
type Typed = Record<string, string>;

const keyOf = (variantId: string, currency: string) => `${variantId} ${currency}`;

function typedOf({ variants }: AdminPrices): Typed {
  return Object.fromEntries(
    variants.flatMap((variant) =>
      variant.otherPrices.map(({ price }) => [keyOf(variant.id, price.currency), toDecimal(price)] as const),
    ),
  );
}

export function CurrencyCard({ prices, etag }: { prices: AdminPrices; etag: string | null }) {
  const [before] = useState(() => typedOf(prices));
  const [typed, setTyped] = useState(before);
  const save = useSetCurrencyPrices(prices.id);
  const toast = useToast();
  if (prices.otherCurrencies.length === 0)
    return (
      <Card title="Other currencies">
        <Empty
          title={`The shop sells in ${prices.currency} alone`}
          action={
            <Button variant="default" component={Link} to={paths.shopSettings()}>
              Add a currency
            </Button>
          }
        >
          With a second currency, each variant gets a fixed price in it here.
        </Empty>
      </Card>
    );

  const cells = prices.variants.flatMap((variant) => prices.otherCurrencies.map((currency) => ({ variant, currency })));
  const textOf = (variantId: string, currency: string) => typed[keyOf(variantId, currency)] ?? '';
  const wrong = cells.some(({ variant, currency }) => amountProblem(textOf(variant.id, currency), currency, true));
  const dirty = cells.some(({ variant, currency }) => textOf(variant.id, currency) !== (before[keyOf(variant.id, currency)] ?? ''));
  const reason = wrong ? 'Correct the marked amounts.' : dirty ? null : 'Nothing is changed.';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason) return;
    const body = cells.flatMap(({ variant, currency }) => {
      const price = parseMoney(textOf(variant.id, currency), currency);
      const was = variant.otherPrices.find((other) => other.price.currency === currency)?.compareAtPrice ?? null;
      return price ? [{ variantId: variant.id, price, compareAtPrice: was }] : [];
    });
    try {
      await save.mutateAsync({ prices: body, etag });
      toast({ title: 'The prices are saved', detail: 'What has no price in a currency is not sold in it.' });
    } catch {
      // The refusal stands above the grid.
    }
  };

  return (
    <Card title="Other currencies">
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <Refusal error={save.error} />
        <div className={classes.scroll}>
          <table className={classes.grid} aria-label="Prices in other currencies">
            <thead>
              <tr>
                <th scope="col">Variant</th>
                <th scope="col">{prices.currency}</th>
                {prices.otherCurrencies.map((currency) => (
                  <th key={currency} scope="col">
                    {currency}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {prices.variants.map((variant) => (
                <Row
                  key={variant.id}
                  variant={variant}
                  currencies={prices.otherCurrencies}
                  textOf={(currency) => textOf(variant.id, currency)}
                  onType={(currency, text) => setTyped((all) => ({ ...all, [keyOf(variant.id, currency)]: text }))}
                />
              ))}
            </tbody>
          </table>
        </div>
        <div className={classes.end}>
          <ReasonedButton type="submit" reason={reason} loading={save.isPending}>
            Save the prices
          </ReasonedButton>
        </div>
      </form>
    </Card>
  );
}

interface RowProps {
  variant: AdminVariantPrices;
  currencies: string[];
  textOf(currency: string): string;
  onType(currency: string, text: string): void;
}

function Row({ variant, currencies, textOf, onType }: RowProps) {
  const name = optionWords(variant.options) || variant.sku;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Amount value={variant.price} />
      </td>
      {currencies.map((currency) => (
        <td key={currency}>
          <TextInput
            size="xs"
            aria-label={`${currency} price of ${name}`}
            placeholder="Not sold"
            inputMode="decimal"
            value={textOf(currency)}
            error={amountProblem(textOf(currency), currency, true)}
            onChange={(event) => onType(currency, event.currentTarget.value)}
          />
        </td>
      ))}
    </tr>
  );
}
