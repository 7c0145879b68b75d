export interface Money {
  minor: number;
  currency: string;
}

export interface Page<T> {
  items: T[];
  page: number;
  pageSize: number;
  total: number;
}

/** RFC 9457 problem with the shop's own members. Extension members (available, lines, cart, reason) stand beside these. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  code?: string;
  traceId?: string;
  errors?: Record<string, string[]>;
  [extension: string]: unknown;
}

export interface Address {
  name: string;
  company?: string | null;
  line1: string;
  line2?: string | null;
  city: string;
  state?: string | null;
  postalCode?: string | null;
  country: string;
  phone?: string | null;
}

export interface DayRange {
  min: number;
  max: number;
}
