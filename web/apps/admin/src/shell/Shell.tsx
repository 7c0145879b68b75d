import { AppShell, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { Navigation } from './Navigation.tsx';
import { Palette } from './Palette.tsx';
import classes from './Shell.module.css';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { TopBar } from './TopBar.tsx';
import { useShortcuts } from './useShortcuts.ts';

/** A new page starts at its beginning for the keyboard and the screen reader too. */
function useFocusOnMove() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) main.current?.focus({ preventScroll: true });
    before.current = pathname;
  }, [pathname]);
  return main;
}

export function Component() {
  const [menu, { open: openMenu, close: closeMenu }] = useDisclosure(false);
  const [palette, { open: openPalette, close: closePalette }] = useDisclosure(false);
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure(false);
  const main = useFocusOnMove();
  useShortcuts({ openPalette, openHelp });

  return (
    <AppShell
      layout="alt"
      padding={{ base: 16, sm: 24, lg: 32 }}
      header={{ height: 56 }}
      transitionDuration={0}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: true } }}
      classNames={{ header: classes.header, navbar: classes.navbar }}
    >
      <a
        href="#main"
        className={classes.skip}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the content
      </a>
      <AppShell.Navbar component="div" visibleFrom="sm">
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Header>
        <TopBar onMenu={openMenu} onSearch={openPalette} onHelp={openHelp} />
      </AppShell.Header>
      <AppShell.Main ref={main} id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </AppShell.Main>
      <Drawer opened={menu} onClose={closeMenu} position="left" size={288} title="Menu">
        <Navigation onGo={closeMenu} />
      </Drawer>
      <Palette opened={palette} onClose={closePalette} />
      <ShortcutHelp opened={help} onClose={closeHelp} />
      <ScrollRestoration />
    </AppShell>
  );
}
