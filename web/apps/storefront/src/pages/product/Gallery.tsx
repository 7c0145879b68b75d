import type { ProductImage } from '@tradepost/api';
import { ChevronLeft, ChevronRight, ZoomIn } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from '../../components/Button.tsx';
import { Picture } from '../../components/Picture.tsx';
import { ZoomDialog } from './ZoomDialog.tsx';

/** A strip that snaps picture by picture: a finger swipes it, arrows and thumbnails move it. */
export function Gallery({ images, name }: { images: ProductImage[]; name: string }) {
  const strip = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const [zoomed, setZoomed] = useState(false);
  const show = (index: number) => {
    const next = Math.min(Math.max(index, 0), images.length - 1);
    strip.current?.scrollTo({ left: next * strip.current.clientWidth, behavior: 'smooth' });
    setAt(next);
  };
  const onScroll = () => {
    const list = strip.current;
    if (list && list.clientWidth > 0) setAt(Math.round(list.scrollLeft / list.clientWidth));
  };
  if (images.length === 0)
    return (
      <div className="overflow-hidden rounded-panel">
        <Picture url={null} alt={`No picture of ${name} yet`} sizes="50vw" />
      </div>
    );
  return (
    <section aria-label="Pictures">
      <div className="group relative -mx-4 overflow-hidden bg-sunken sm:mx-0 sm:rounded-panel">
        <ul
          ref={strip}
          onScroll={onScroll}
          className="scrollbar-none flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain"
        >
          {images.map((image, index) => (
            <li key={image.url} className="w-full shrink-0 snap-center" inert={index !== at}>
              <button
                type="button"
                onClick={() => setZoomed(true)}
                aria-label={`Enlarge: ${image.alt || name}`}
                className="block w-full cursor-zoom-in! -outline-offset-4"
              >
                <Picture
                  url={image.url}
                  alt=""
                  eager={index === 0}
                  sizes="(min-width: 1312px) 640px, (min-width: 768px) 50vw, 100vw"
                />
              </button>
            </li>
          ))}
        </ul>
        <span
          aria-hidden
          className={`pointer-events-none absolute top-4 right-4 grid size-10 place-items-center rounded-full bg-raised
            text-ink-2 shadow-1`}
        >
          <ZoomIn size={18} />
        </span>
        {images.length > 1 && (
          <div className="absolute right-4 bottom-4 hidden gap-2 md:flex">
            <IconButton
              label="Previous picture"
              onClick={() => show(at - 1)}
              disabled={at === 0}
              className="bg-raised shadow-1 disabled:text-ink-3"
            >
              <ChevronLeft size={20} aria-hidden />
            </IconButton>
            <IconButton
              label="Next picture"
              onClick={() => show(at + 1)}
              disabled={at === images.length - 1}
              className="bg-raised shadow-1 disabled:text-ink-3"
            >
              <ChevronRight size={20} aria-hidden />
            </IconButton>
          </div>
        )}
        {images.length > 1 && (
          <p
            className={`tabular absolute bottom-4 left-4 rounded-full bg-raised px-3 py-1 text-xs font-medium text-ink-2
            shadow-1 md:hidden`}
          >
            {at + 1} of {images.length}
          </p>
        )}
      </div>
      {images.length > 1 && (
        <ul className="mt-4 hidden flex-wrap gap-3 md:flex">
          {images.map((image, index) => (
            <li key={image.url}>
              <button
                type="button"
                onClick={() => show(index)}
                aria-label={`Picture ${index + 1} of ${images.length}`}
                aria-current={index === at}
                className={`block w-20 overflow-hidden rounded-control border-2 transition-colors duration-150
                  ${index === at ? 'border-accent' : 'border-transparent hover:border-line-strong'}`}
              >
                <Picture url={image.url} alt="" sizes="80px" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ZoomDialog open={zoomed} onOpenChange={setZoomed} image={images[at]} name={name} />
    </section>
  );
}
