import { Bell, Heart, LogOut, Package, Undo2, UserRound } from 'lucide-react';
import { Navigate, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useCart } from '../../cart/CartContext.tsx';
import { Loading } from '../../components/States.tsx';
import { signOut, useSession } from '../../session/useSession.ts';
import { useToast } from '../../toasts/Toasts.tsx';

/** Everything under /account is for the signed-in; others are asked to sign in and come back. */
export function AccountLayout() {
  const { status, user } = useSession();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const { forget } = useCart();
  const toast = useToast();
  if (status === 'resuming')
    return (
      <div className="page pt-16">
        <Loading label="Signing in" />
        <div aria-hidden className="skeleton h-64 rounded-panel!" />
      </div>
    );
  if (status === 'guest') return <Navigate to={paths.signIn(pathname + search)} replace />;
  const leave = async () => {
    await navigate(paths.home());
    forget();
    await signOut().catch(() => undefined);
    toast('You are signed out.');
  };
  const item = `flex min-h-11 items-center gap-3 rounded-full px-4 text-[0.9375rem] font-medium whitespace-nowrap hover:bg-sunken
      aria-[current=page]:bg-sunken`;
  return (
    <div className="page pt-8 md:pt-12">
      <h1 className="text-3xl font-bold break-words">{user?.firstName ? `Hello, ${user.firstName}` : 'Your account'}</h1>
      <div className="mt-6 grid gap-x-12 gap-y-8 md:mt-10 md:grid-cols-[13rem_minmax(0,1fr)]">
        <nav aria-label="Account" className="scrollbar-none -mx-4 flex gap-1 overflow-x-auto px-4 md:mx-0 md:flex-col md:px-0">
          <NavLink to={paths.accountOrders()} className={item}>
            <Package size={18} aria-hidden />
            Orders
          </NavLink>
          <NavLink to={paths.accountReturns()} className={item}>
            <Undo2 size={18} aria-hidden />
            Returns
          </NavLink>
          <NavLink to={paths.wishlists()} className={item}>
            <Heart size={18} aria-hidden />
            Wishlists
          </NavLink>
          <NavLink to={paths.notifications()} className={item}>
            <Bell size={18} aria-hidden />
            Notifications
          </NavLink>
          <NavLink to={paths.profile()} className={item}>
            <UserRound size={18} aria-hidden />
            Profile
          </NavLink>
          <button type="button" onClick={() => void leave()} className={item}>
            <LogOut size={18} aria-hidden />
            Sign out
          </button>
        </nav>
        <div className="min-w-0">
          <Outlet />
        </div>
      </div>
    </div>
  );
}
