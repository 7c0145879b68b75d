import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';

// What the browser has and jsdom has not.
Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (media: string) => ({ media, matches: false, addEventListener() {}, removeEventListener() {} }),
});
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = (() => undefined) as typeof Element.prototype.scrollTo;
window.scrollTo = (() => undefined) as typeof window.scrollTo;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
});
