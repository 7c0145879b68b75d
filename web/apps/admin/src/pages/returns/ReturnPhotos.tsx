import { fileUrl, type Return } from '@tradepost/api';
import { useEffect, useState } from 'react';
import { Card } from '../../parts/Page.tsx';

/** Photos are for the customer and staff only: fetched with the session, kept for this page. */
export function ReturnPhotos({ one }: { one: Return }) {
  if (one.photos.length === 0) return null;
  return (
    <Card title="Photos">
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>
        {one.photos.map((photo, index) => (
          <Photo key={photo} path={`/api/v1/returns/${one.id}/photos/${photo}`} orderId={one.orderId} label={`Photo ${index + 1}`} />
        ))}
      </div>
    </Card>
  );
}

function Photo({ path, orderId, label }: { path: string; orderId: string; label: string }) {
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
  if (!url) return null;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      <img src={url} alt={label} width={140} height={140} style={{ display: 'block', objectFit: 'cover', borderRadius: 8 }} />
    </a>
  );
}
