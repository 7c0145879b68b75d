import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import classes from './Thumb.module.css';

/** The small file of a picture, where the shop has made one. */
export function smallPicture(url: string): string {
  return url.startsWith('/media/products/') ? url.replace(/\.webp$/, '-320.webp') : url;
}

export function Thumb({ url, size = 40, alt = '' }: { url: string | null | undefined; size?: number; alt?: string }) {
  const [broken, setBroken] = useState(false);
  const style = { width: size, height: size };
  if (!url || broken)
    return (
      <span className={classes.thumb} style={style}>
        <ImageOff size={size / 2.5} aria-hidden />
      </span>
    );
  return (
    <img
      className={classes.thumb}
      style={style}
      width={size}
      height={size}
      alt={alt}
      loading="lazy"
      decoding="async"
      src={smallPicture(url)}
      onError={() => setBroken(true)}
    />
  );
}
