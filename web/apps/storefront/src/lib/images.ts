/** Product pictures come ready in three widths; placeholders and everything else in one. */
export function srcSetOf(url: string): string | undefined {
  const match = /^(\/media\/products\/.+)\.webp$/.exec(url);
  return match ? `${match[1]}-320.webp 320w, ${match[1]}-640.webp 640w, ${url} 1280w` : undefined;
}
