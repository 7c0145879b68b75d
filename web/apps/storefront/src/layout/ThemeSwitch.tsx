import { chooseTheme, themeChoice, type ThemeChoice } from '@tradepost/ui';
import { Monitor, Moon, Sun, type LucideIcon } from 'lucide-react';
import { useId, useState } from 'react';

const choices: [ThemeChoice, string, LucideIcon][] = [
  ['light', 'Light', Sun],
  ['dark', 'Dark', Moon],
  ['system', 'System', Monitor],
];

export function ThemeSwitch() {
  const [choice, setChoice] = useState(themeChoice);
  const name = useId();
  return (
    <fieldset className="flex w-fit rounded-full border border-line bg-bg p-1">
      <legend className="sr-only">Colours</legend>
      {choices.map(([value, label, Icon]) => (
        <label
          key={value}
          className={`relative flex min-h-11 items-center gap-1.5 rounded-full px-3 text-sm text-ink-2 hover:text-ink
            has-checked:bg-sunken has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2
            has-focus-visible:outline-accent md:min-h-9`}
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={choice === value}
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            onChange={() => {
              chooseTheme(value);
              setChoice(value);
            }}
          />
          <Icon size={16} aria-hidden />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
