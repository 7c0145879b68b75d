import { fileUrl, type Return } from '@tradepost/api';
import { useEffect, useState } from 'react';

/** Photos only the customer and the shop may see: fetched with the customer's key, kept for this page. */
export function PrivatePhotos({ one }: { one: Pick<Return, 'id' | 'orderId' | 'photos'> }) {
  if (one.photos.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-wrap gap-3">
      {one.photos.map((photo, index) => (
        <li key={photo}>
          <PrivatePhoto path={`/api/v1/returns/${one.id}/photos/${photo}`} orderId={one.orderId} label={`Photo ${index + 1}`} />
        </li>
      ))}
    </ul>
  );
}

function PrivatePhoto({ path, orderId, label }: { path: string; orderId: string; label: string }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    let made = '';
    let gone = false;
    fileUrl(path, orderId).then(
      (fetched) => {
        made = fetched;
        if (gone) URL.revokeObjectURL(made);
        else setUrl(made);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [path, orderId]);
  return url ? (
    <a href={url} target="_blank" rel="noreferrer">
      <img src={url} alt={label} className="size-28 rounded-card bg-sunken object-cover" />
    </a>
  ) : (
    <span aria-hidden className="skeleton block size-28 rounded-card!" />
  );
}
