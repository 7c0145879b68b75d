import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { Check, Keyboard, LogOut, Menu as MenuIcon, Monitor, Moon, Search, Sun } from 'lucide-react';
import { useState } from 'react';
import { useSignOut } from '../auth/signing.ts';
import { nameOf, useSession } from '../auth/useSession.ts';
import classes from './Shell.module.css';

interface Props {
  onMenu(): void;
  onSearch(): void;
  onHelp(): void;
}

const schemes = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'auto', label: 'Like the system', icon: Monitor },
] as const;

function ThemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const current = schemes.find((scheme) => scheme.value === colorScheme) ?? schemes[2];
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="var(--admin-text-soft)" size={34} aria-label={`Theme: ${current.label}`}>
          <current.icon size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => setColorScheme(value)}
            rightSection={value === colorScheme && <Check size={16} aria-label="chosen" />}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function UserMenu({ onHelp }: { onHelp(): void }) {
  const { user } = useSession();
  const signOut = useSignOut();
  const [leaving, setLeaving] = useState(false);
  if (!user) return null;
  const name = nameOf(user);
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className={classes.user} aria-label={`Account: ${name}`}>
          {name.slice(0, 1).toUpperCase()}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}</Menu.Label>
        <Menu.Item leftSection={<Keyboard size={16} aria-hidden />} onClick={onHelp}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item
          leftSection={<LogOut size={16} aria-hidden />}
          disabled={leaving}
          onClick={() => {
            setLeaving(true);
            void signOut();
          }}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function TopBar({ onMenu, onSearch, onHelp }: Props) {
  return (
    <div className={classes.bar}>
      <ActionIcon variant="subtle" color="gray" c="var(--admin-text)" size={44} hiddenFrom="sm" aria-label="Open the menu" onClick={onMenu}>
        <MenuIcon size={20} aria-hidden />
      </ActionIcon>
      <button type="button" className={classes.search} onClick={onSearch} aria-haspopup="dialog">
        <Search size={16} aria-hidden />
        <span>Search</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </button>
      <div className={classes.space} />
      <ThemeMenu />
      <UserMenu onHelp={onHelp} />
    </div>
  );
}
