import type { Product, Variant } from '@tradepost/api';
import { useId } from 'react';
import { Picture } from '../../components/Picture.tsx';
import { stateOf, swatchOf } from './choice.ts';

interface VariantPickerProps {
  product: Pick<Product, 'options' | 'variants' | 'images'>;
  variant: Variant;
  choose: (name: string, value: string) => void;
}

/** One group of radio buttons an option. What has sold out can still be looked at, and says so. */
export function VariantPicker({ product, variant, choose }: VariantPickerProps) {
  return (
    <div className="space-y-5">
      {product.options.map((option) => (
        <OptionGroup key={option.name} option={option} product={product} variant={variant} choose={choose} />
      ))}
    </div>
  );
}

function OptionGroup({ option, product, variant, choose }: VariantPickerProps & { option: { name: string; values: string[] } }) {
  const group = useId();
  const withPictures = option.values.every((value) => swatchOf(product.images, option.name, value));
  const chosen = variant.options[option.name];
  return (
    <fieldset>
      <legend className="mb-2 text-sm">
        <span className="font-semibold">{option.name}</span> <span className="text-ink-2">{chosen}</span>
      </legend>
      <div className="flex flex-wrap gap-2.5">
        {option.values.map((value) => {
          const state = stateOf(product, variant, option.name, value);
          const words = state === 'soldOut' ? ', out of stock' : state === 'other' ? ', in another combination' : '';
          return (
            <label
              key={value}
              title={`${value}${words}`}
              className={`relative overflow-hidden rounded-control border bg-surface text-[0.9375rem] transition-colors duration-150
                has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent
                ${value === chosen ? 'border-accent shadow-[inset_0_0_0_1px_var(--tp-accent)]' : 'border-line-strong hover:border-ink'}
                ${state === 'available' ? 'text-ink' : 'text-ink-3'} ${state === 'soldOut' ? 'struck' : ''}
                ${state === 'other' ? 'border-dashed' : ''}`}
            >
              <input
                type="radio"
                name={group}
                value={value}
                checked={value === chosen}
                onChange={() => choose(option.name, value)}
                className="absolute inset-0 size-full cursor-pointer opacity-0"
                aria-label={`${value}${words}`}
              />
              {withPictures ? (
                <span className="block w-16 p-1">
                  <Picture url={swatchOf(product.images, option.name, value)?.url} alt="" sizes="64px" className="rounded-chip" />
                </span>
              ) : (
                <span className="flex min-h-11 items-center px-4 font-medium">{value}</span>
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
