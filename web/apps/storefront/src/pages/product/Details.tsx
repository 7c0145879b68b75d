import type { Product, Variant } from '@tradepost/api';
import { useId, useState } from 'react';

/** Description and specifications. The text of a product is text: nothing in it becomes markup. */
export function Details({ product, variant }: { product: Product; variant: Variant | undefined }) {
  const paragraphs = (product.description ?? '')
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter(Boolean);
  return (
    <div className="mt-16 grid gap-x-12 gap-y-14 md:mt-20 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] xl:gap-x-20">
      {paragraphs.length > 0 && (
        <section aria-labelledby="description">
          <h2 id="description" className="text-2xl font-bold">
            About this product
          </h2>
          <div className="mt-4 max-w-prose space-y-4 text-[1.0625rem] leading-relaxed text-pretty break-words text-ink-2">
            {paragraphs.map((text, index) => (
              <p key={index} className="whitespace-pre-line">
                {text}
              </p>
            ))}
          </div>
        </section>
      )}
      <Specs attributes={product.attributes} sku={variant?.sku} gtin={variant?.gtin} />
    </div>
  );
}

const first = 10;

function Specs({
  attributes,
  sku,
  gtin,
}: {
  attributes: Product['attributes'];
  sku: string | undefined;
  gtin: string | null | undefined;
}) {
  const [all, setAll] = useState(false);
  const id = useId();
  const numbers = [...(sku ? [{ name: 'Article number', value: sku }] : []), ...(gtin ? [{ name: 'GTIN', value: gtin }] : [])];
  const rows = [...attributes, ...numbers];
  if (rows.length === 0) return null;
  // A few rows too many are shown at once: a button to reveal two lines is worse than the two lines.
  const folded = !all && rows.length > first + 3;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-2xl font-bold">
        Specifications
      </h2>
      <table className="mt-4 w-full table-fixed text-[0.9375rem]">
        <tbody>
          {(folded ? rows.slice(0, first) : rows).map(({ name, value }, index) => (
            <tr key={index} className="border-t border-line align-top">
              <th scope="row" className="w-2/5 py-2.5 pr-4 text-left font-normal break-words text-ink-2">
                {name}
              </th>
              <td className="tabular py-2.5 break-words">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {folded && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="mt-2 min-h-11 text-[0.9375rem] font-medium text-accent underline-offset-4 hover:underline"
        >
          Show all {rows.length} specifications
        </button>
      )}
    </section>
  );
}
