import type { Hero as HeroShape } from '@tradepost/api';
import { ButtonLink } from '../../components/Button.tsx';
import { useDark } from './useDark.ts';

/** The campaign at the top of the shop. Its picture is the first thing painted, so it is fetched first. */
export function Hero({ hero }: { hero: HeroShape }) {
  const dark = useDark();
  const wide = (dark ? hero.imageUrlDark : null) ?? hero.imageUrl;
  const tall = (dark ? hero.imageUrlPhoneDark : null) ?? hero.imageUrlPhone ?? wide;
  return (
    <section aria-labelledby="hero-title" className="page pt-4 md:pt-6">
      <div
        className={`relative isolate flex flex-col overflow-hidden rounded-panel bg-sunken md:min-h-[30rem] md:justify-center
        lg:min-h-[34rem]`}
      >
        {wide && (
          <picture className="order-first md:absolute md:inset-0 md:-z-1">
            <source media="(max-width: 47.99rem)" srcSet={tall ?? undefined} />
            <img
              src={wide}
              alt={hero.imageAlt ?? ''}
              width={1600}
              height={900}
              fetchPriority="high"
              className="aspect-[4/3] h-auto w-full object-cover md:aspect-auto md:h-full"
            />
          </picture>
        )}
        {/* A picture made for light pages would swallow light words. */}
        {dark && !hero.imageUrlDark && (
          <div
            aria-hidden
            className="absolute inset-0 -z-1 hidden bg-linear-to-r from-sunken via-sunken/85 to-transparent md:block"
          />
        )}
        <div className="p-6 pt-7 md:max-w-md md:p-12 lg:max-w-lg lg:p-16">
          {hero.eyebrow && <p className="text-sm font-semibold text-accent">{hero.eyebrow}</p>}
          <h1 id="hero-title" className="mt-2 text-4xl leading-[1.05] font-bold tracking-[-0.035em] md:text-5xl lg:text-6xl">
            {hero.title}
          </h1>
          {hero.text && <p className="mt-4 text-[1.0625rem] text-pretty text-ink-2 lg:text-lg">{hero.text}</p>}
          {hero.href && hero.action && (
            <ButtonLink to={hero.href.replace(/^\/products\//, '/p/')} size="l" className="mt-7">
              {hero.action}
            </ButtonLink>
          )}
        </div>
      </div>
    </section>
  );
}

export function HeroSkeleton() {
  return (
    <div className="page pt-4 md:pt-6" aria-hidden>
      <div className="skeleton h-[34rem] rounded-panel! md:h-[30rem] lg:h-[34rem]" />
    </div>
  );
}
