import { api, take } from '@tradepost/api';

export type BrowserState = 'unsupported' | 'refused' | 'off' | 'on';

const supported = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

async function subscription(): Promise<PushSubscription | null> {
  const worker = await navigator.serviceWorker.getRegistration('/');
  return (await worker?.pushManager.getSubscription()) ?? null;
}

/** Whether this browser shows the shop's notices. */
export async function browserState(): Promise<BrowserState> {
  if (!supported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'refused';
  return (await subscription()) ? 'on' : 'off';
}

/** The key as the browser wants it. */
export function keyBytes(key: string): Uint8Array<ArrayBuffer> {
  const text = atob(key.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** Asks for permission, then tells the shop where to send. */
export async function switchOn(key: string): Promise<BrowserState> {
  if ((await Notification.requestPermission()) !== 'granted') return Notification.permission === 'denied' ? 'refused' : 'off';
  const worker = await navigator.serviceWorker.register('/sw.js');
  await navigator.serviceWorker.ready;
  const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: keyBytes(key) });
  const { endpoint = '', keys = {} } = made.toJSON();
  try {
    await take(api.POST('/api/v1/me/push-subscriptions',
      { body: { endpoint, keys: { p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' } } }));
  } catch (error) {
    await made.unsubscribe();
    throw error;
  }
  return 'on';
}

export async function switchOff(): Promise<BrowserState> {
  const made = await subscription();
  if (made) {
    await take(api.POST('/api/v1/me/push-subscriptions/end', { body: { endpoint: made.endpoint } }));
    await made.unsubscribe();
  }
  return 'off';
}
