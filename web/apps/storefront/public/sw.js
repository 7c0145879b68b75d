// Shows notices that the shop sends to this browser. It keeps no pages and answers no requests.
self.addEventListener('push', (event) => {
  let notice = {};
  try {
    notice = event.data?.json() ?? {};
  } catch {
    // What can't be read is shown as a notice without words of its own: browsers insist that something is shown.
  }
  event.waitUntil(
    self.registration.showNotification(notice.title ?? 'News from the shop', {
      body: notice.body ?? '',
      tag: notice.tag,
      icon: '/favicon.svg',
      data: { url: notice.url },
    }),
  );
});

// Only pages of this shop are opened, whatever a notice says.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = new URL(event.notification.data?.url ?? '/', self.location.origin);
  const page = url.origin === self.location.origin ? url.href : self.location.origin;
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((open) => {
      const there = open.find((one) => one.url === page);
      return there ? there.focus() : self.clients.openWindow(page);
    }),
  );
});
