import type { ReturnOptions, ReturnReason } from '@tradepost/api';
import { Picture } from '../../components/Picture.tsx';
import { SelectField } from '../../components/Field.tsx';
import { QuantityStepper } from '../../components/QuantityStepper.tsx';
import { reasonWords } from './words.ts';

export interface Choice {
  quantity: number;
  reason: ReturnReason | '';
}

interface Props {
  options: ReturnOptions;
  choices: Record<string, Choice>;
  onChange: (choices: Record<string, Choice>) => void;
  complain: boolean;
}

/** What comes back, how many of it, and why. */
export function ReturnLinePicker({ options, choices, onChange, complain }: Props) {
  const set = (lineId: string, choice: Partial<Choice>) =>
    onChange({ ...choices, [lineId]: { quantity: 0, reason: '', ...choices[lineId], ...choice } });
  return (
    <fieldset>
      <legend className="text-xl font-semibold">What do you want to return?</legend>
      <ul className="mt-4 space-y-3">
        {options.lines.map((line) => {
          const choice = choices[line.lineId];
          const chosen = (choice?.quantity ?? 0) > 0;
          return (
            <li key={line.lineId} className={`rounded-card border p-4 ${chosen ? 'border-accent' : 'border-line'}`}>
              <label className={`flex items-center gap-4 ${line.returnable > 0 ? 'cursor-pointer' : 'text-ink-3'}`}>
                <input
                  type="checkbox"
                  checked={chosen}
                  disabled={line.returnable === 0}
                  onChange={(event) => set(line.lineId, { quantity: event.target.checked ? line.returnable : 0 })}
                  className="size-5 shrink-0 accent-accent"
                />
                <span className="block w-14 shrink-0 overflow-hidden rounded-control">
                  <Picture url={line.imageUrl} alt="" sizes="56px" />
                </span>
                <span className="min-w-0 py-1">
                  <span className="block font-medium wrap-anywhere">{line.name}</span>
                  <span className="text-sm text-ink-2">
                    {line.returnable === 0 ? 'Cannot be returned now' : `${line.returnable} of ${line.quantity} can be returned`}
                  </span>
                </span>
              </label>
              {chosen && choice && (
                <div className="mt-4 grid items-start gap-4 sm:grid-cols-[auto_minmax(0,1fr)] sm:pl-9">
                  <div>
                    <p className="mb-1.5 text-sm font-medium">How many?</p>
                    <QuantityStepper
                      label={`How many of ${line.name}`}
                      value={choice.quantity}
                      max={line.returnable}
                      onChange={(quantity) => set(line.lineId, { quantity })}
                    />
                  </div>
                  <SelectField
                    label="Why?"
                    value={choice.reason}
                    error={complain && !choice.reason ? 'Choose a reason.' : undefined}
                    onChange={(event) => set(line.lineId, { reason: event.target.value as ReturnReason | '' })}
                  >
                    <option value="">Choose a reason</option>
                    {options.reasons.map(({ reason }) => (
                      <option key={reason} value={reason}>
                        {reasonWords[reason]}
                      </option>
                    ))}
                  </SelectField>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
