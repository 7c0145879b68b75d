export type NoticeChannel = 'mail' | 'sms' | 'push';

export interface NoticeWish {
  group: string;
  mail: boolean;
  sms: boolean;
  push: boolean;
  locked: boolean;
}

export interface NoticePreferences {
  groups: NoticeWish[];
  email: string;
  phone?: string | null;
  phoneConfirmed: boolean;
  browsers: number;
  pushKey: string;
  consentWords: string;
}

export interface UnsubscribeChoices {
  email: string;
  group: string;
  choices: { group: string; wanted: boolean }[];
}

export interface LetterRow {
  kind: string;
  title: string;
  group: string;
  edited: boolean;
  version: number;
  editedAt?: string | null;
  editedBy?: string | null;
}

export interface LetterTemplate {
  subject: string;
  html: string;
  text: string;
}

export interface LetterDetail extends LetterRow, LetterTemplate {
  fields: string[];
  builtIn: LetterTemplate;
}

export interface ShortNotice {
  id: string;
  channel: string;
  kind: string;
  to: string;
  email: string;
  text: string;
  status: string;
  createdAt: string;
  sentAt?: string | null;
  attempts: number;
  error?: string | null;
  providerStatus?: string | null;
}

export interface Webhook {
  id: string;
  url: string;
  description: string;
  events: string[];
  active: boolean;
  disabledReason?: string | null;
  failingSince?: string | null;
  createdAt: string;
  previousSecretUntil?: string | null;
  version: number;
  secret?: string | null;
}

export interface WebhookInput {
  url: string;
  description: string;
  events: string[];
  active: boolean;
}

export interface WebhookAttempt {
  at: string;
  url: string;
  status?: number | null;
  error?: string | null;
  answer: string;
  durationMs: number;
}

export interface WebhookDelivery {
  id: string;
  endpointId: string;
  type: string;
  status: string;
  attempts: number;
  createdAt: string;
  dueAt: string;
  deliveredAt?: string | null;
  lastStatus?: number | null;
  lastError?: string | null;
  url: string;
}

export interface WebhookDeliveryDetail extends WebhookDelivery {
  body: string;
  log: WebhookAttempt[];
}

export interface OfferMail {
  id: string;
  title: string;
  message: string;
  path: string;
  sentBy: string;
  recipients: number;
  createdAt: string;
  doneAt?: string | null;
}

export interface BulkAction {
  action: 'retry' | 'drop';
  ids?: string[];
}
