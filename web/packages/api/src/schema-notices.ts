import type { Operation } from './operation.ts';
import type { Page } from './types/common.ts';
import type {
  BulkAction,
  LetterDetail,
  LetterRow,
  LetterTemplate,
  NoticePreferences,
  OfferMail,
  ShortNotice,
  UnsubscribeChoices,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookInput,
} from './types/notices.ts';

type ById<P> = P & { path: { id: string } };
type ByKind<P> = P & { path: { kind: string } };
interface Paging { page?: number; pageSize?: number }
interface Tag { header: { 'If-Match'?: string } }
interface Bulk { post: Operation<{ body: BulkAction; ok: { count: number } }> }

interface LetterPaths {
  '/api/v1/admin/letters': { get: Operation<{ ok: LetterRow[] }> };
  '/api/v1/admin/letters/{kind}': {
    get: Operation<ByKind<{ ok: LetterDetail }>>;
    put: Operation<ByKind<Tag & { body: LetterTemplate; ok: LetterDetail }>>;
    delete: Operation<ByKind<Tag & { ok: LetterDetail }>>;
  };
  '/api/v1/admin/letters/{kind}/preview': { post: Operation<ByKind<{ body: LetterTemplate; ok: LetterTemplate }>> };
  '/api/v1/admin/letters/{kind}/test': { post: Operation<ByKind<{ body: LetterTemplate }>> };
}

interface OfferPaths {
  '/api/v1/admin/offers': { get: Operation<{ ok: { items: OfferMail[]; agreed: number } }> };
  '/api/v1/admin/offers/{id}': { put: Operation<ById<{ body: Pick<OfferMail, 'title' | 'message' | 'path'>; ok: OfferMail }>> };
}

interface WishPaths {
  '/api/v1/me/notification-preferences': {
    get: Operation<{ ok: NoticePreferences }>;
    put: Operation<{ body: { groups: { group: string; mail: boolean; sms: boolean; push: boolean }[] }; ok: NoticePreferences }>;
  };
  '/api/v1/me/phone': { put: Operation<{ body: { phone: string } }>; delete: Operation<object> };
  '/api/v1/me/phone/confirmation': { post: Operation<{ body: { code: string } }> };
  '/api/v1/me/push-subscriptions': {
    post: Operation<{ body: { endpoint: string; keys: { p256dh: string; auth: string } } }>;
  };
  '/api/v1/me/push-subscriptions/end': { post: Operation<{ body: { endpoint: string } }> };
  '/api/v1/unsubscribe': { post: Operation<{ body: { token: string; groups?: string[] }; ok: UnsubscribeChoices }> };
  '/api/v1/unsubscribe/choices': { post: Operation<{ body: { token: string }; ok: UnsubscribeChoices }> };
}

interface WebhookPaths {
  '/api/v1/admin/webhooks': {
    get: Operation<{ ok: { items: Webhook[]; events: string[] } }>;
    post: Operation<{ body: WebhookInput; ok: Webhook }>;
  };
  '/api/v1/admin/webhooks/{id}': {
    get: Operation<ById<{ ok: Webhook }>>;
    put: Operation<ById<Tag & { body: WebhookInput; ok: Webhook }>>;
    delete: Operation<ById<object>>;
  };
  '/api/v1/admin/webhooks/{id}/secret': { post: Operation<ById<{ ok: Webhook }>> };
  '/api/v1/admin/webhooks/{id}/test': { post: Operation<ById<{ ok: { id: string } }>> };
  '/api/v1/admin/webhooks/{id}/replay': { post: Operation<ById<{ body: { from?: string; to?: string }; ok: { count: number } }>> };
  '/api/v1/admin/webhook-deliveries': {
    get: Operation<{ query: Paging & { status?: string; endpointId?: string }; ok: Page<WebhookDelivery> }>;
  };
  '/api/v1/admin/webhook-deliveries/{id}': { get: Operation<ById<{ ok: WebhookDeliveryDetail }>> };
  '/api/v1/admin/webhook-deliveries/{id}/replay': { post: Operation<ById<object>> };
}

export interface NoticePaths extends LetterPaths, OfferPaths, WishPaths, WebhookPaths {
  '/api/v1/admin/notices': {
    get: Operation<{ query: Paging & { channel?: string; status?: string; q?: string }; ok: Page<ShortNotice> }>;
  };
  '/api/v1/admin/notices/bulk': Bulk;
  '/api/v1/admin/mails/bulk': Bulk;
  '/api/v1/admin/dead-letters/bulk': Bulk;
  '/api/v1/admin/webhook-deliveries/bulk': Bulk;
}
