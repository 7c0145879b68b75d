export interface TaxClass {
  code: string;
  name: string;
  /** How many taxes name it. */
  rates: number;
  removable: boolean;
}

export interface TaxExemption {
  id: string;
  userId: string;
  email: string;
  number: string;
  country: string;
  state?: string | null;
  /** Days (2026-11-21); null: since ever, until further notice. */
  validFrom?: string | null;
  validUntil?: string | null;
  note?: string | null;
}

export type TaxExemptionInput = Omit<TaxExemption, 'id' | 'userId'>;

export interface TaxPreset {
  id: string;
  name: string;
  asOf: string;
  source: string;
  appliesToShipping: boolean;
  countries: string[];
  taxClasses: string[];
  rates: number;
  leftOut: { country: string; percent: string; why: string }[];
}

export interface TaxPresetChoice {
  appliesToShipping?: boolean;
  countries?: string[];
  replace?: boolean;
}

export interface TaxPresetChange {
  kind: 'created' | 'updated' | 'removed';
  name: string;
  country: string;
  state?: string | null;
  taxClass: string;
  postalCodes?: string[] | null;
  exceptPostalCodes?: string[] | null;
  percent: string;
  percentBefore?: string | null;
  appliesToShipping: boolean;
}

export interface TaxPresetResult {
  id: string;
  dryRun: boolean;
  created: number;
  updated: number;
  removed: number;
  unchanged: number;
  newTaxClasses: string[];
  changes: TaxPresetChange[];
}
