import { Views } from '../../../parts/ListTools.tsx';
import { paths } from '../../../paths.ts';

const tabs = [
  { key: 'rates', label: 'Rates', to: paths.taxRates() },
  { key: 'classes', label: 'Classes', to: paths.taxClasses() },
  { key: 'exemptions', label: 'Exemptions', to: paths.taxExemptions() },
  { key: 'presets', label: 'Tables', to: paths.taxPresets() },
] as const;

/** The parts of the tax settings, each a page of its own. */
export function TaxTabs({ current }: { current: (typeof tabs)[number]['key'] }) {
  return <Views label="Tax settings" views={tabs.map(({ key, label, to }) => ({ label, to, current: key === current }))} />;
}
