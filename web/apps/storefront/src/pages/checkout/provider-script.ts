const loading = new Map<string, Promise<void>>();

/** Loads a provider's script when it is needed and not before; a load that failed may be tried again. */
export function loadScript(address: string): Promise<void> {
  const known = loading.get(address);
  if (known) return known;
  const done = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.async = true;
    script.onload = () => resolve();
    script.onerror = () => {
      loading.delete(address);
      script.remove();
      reject(new Error(`could not load ${address}`));
    };
    document.head.append(script);
  });
  loading.set(address, done);
  return done;
}
