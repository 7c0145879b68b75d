import { MapPinOff } from 'lucide-react';
import { paths } from '../app/paths.ts';
import { useTitle } from '../app/title.ts';
import { ButtonLink } from '../components/Button.tsx';
import { Empty } from '../components/States.tsx';

export function NotFound({ what = 'page' }: { what?: string }) {
  useTitle('Not found');
  return (
    <div className="page py-10">
      <Empty
        icon={MapPinOff}
        title={`This ${what} is not here`}
        heading="h1"
        action={
          <>
            <ButtonLink to={paths.home()}>Go to the start</ButtonLink>
            <ButtonLink to={paths.search()} look="secondary">
              See all products
            </ButtonLink>
          </>
        }
      >
        <p>It may have been moved or removed, or the address has a slip in it. The search above finds everything we sell.</p>
      </Empty>
    </div>
  );
}

export function NotFoundPage() {
  return <NotFound />;
}
