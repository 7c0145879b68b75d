import { Button } from '@mantine/core';
import type { User } from '@tradepost/api';
import { useEffect } from 'react';
import classes from './Auth.module.css';
import { useSignOut } from './signing.ts';

export function NotAllowed({ user }: { user: User }) {
  const signOut = useSignOut();
  useEffect(() => {
    document.title = 'No access · Tradepost admin';
  }, []);
  return (
    <main className={classes.door}>
      <div className={classes.panel}>
        <h1 className={classes.title}>This account has no access</h1>
        <p className={classes.words}>
          You are signed in as <strong>{user.email}</strong>. The admin is for staff of the shop; ask an administrator for the role, or sign
          in with another account.
        </p>
        <div className={classes.stack}>
          <Button fullWidth onClick={() => void signOut()}>
            Sign in with another account
          </Button>
          <Button fullWidth variant="default" component="a" href="/">
            Go to the shop
          </Button>
        </div>
      </div>
    </main>
  );
}
