import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { srcSetOf } from '../lib/images.ts';

interface PictureProps {
  url: string | null | undefined;
  alt: string;
  sizes: string;
  /** Above the fold: fetched at once and first. */
  eager?: boolean;
  className?: string;
}

/** A product picture in a square that has its size before the picture is there. */
export function Picture({ url, alt, sizes, eager = false, className = '' }: PictureProps) {
  const [broken, setBroken] = useState<string | null>(null);
  if (!url || broken === url) {
    return (
      <span
        role={alt ? 'img' : undefined}
        aria-label={alt || undefined}
        className={`grid aspect-square w-full place-items-center bg-sunken text-ink-3 ${className}`}
      >
        <ImageOff size={28} strokeWidth={1.5} aria-hidden />
      </span>
    );
  }
  return (
    <img
      src={url}
      srcSet={srcSetOf(url)}
      sizes={sizes}
      alt={alt}
      width={640}
      height={640}
      decoding="async"
      draggable={false}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : 'auto'}
      onError={() => setBroken(url)}
      className={`aspect-square h-auto w-full bg-sunken object-cover ${className}`}
    />
  );
}
