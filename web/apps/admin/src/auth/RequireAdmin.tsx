import { Loader } from '@mantine/core';
import { Navigate, Outlet, useLocation } from 'react-router';
import { paths } from '../paths.ts';
import classes from './Auth.module.css';
import { NotAllowed } from './NotAllowed.tsx';
import { useSession } from './useSession.ts';

/** The door. It only spares people a page of refusals: every route behind it is checked again on the server. */
export function RequireAdmin() {
  const { status, user } = useSession();
  const location = useLocation();
  if (status === 'resuming') {
    return (
      <div className={classes.wait}>
        <Loader size="sm" aria-label="Signing you in" role="status" />
      </div>
    );
  }
  if (!user) {
    const next = location.pathname + location.search;
    return <Navigate to={paths.signIn(next === '/' ? {} : { next })} replace />;
  }
  if (!user.roles.includes('admin')) return <NotAllowed user={user} />;
  return <Outlet />;
}
