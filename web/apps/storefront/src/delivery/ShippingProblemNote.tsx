import type { ShippingProblem } from '@tradepost/api';
import { Alert } from '../components/Alert.tsx';
import { problemTitle } from './problem.ts';

/** Why nobody ships the cart to its address; nothing while somebody does. */
export function ShippingProblemNote({ problem }: { problem: ShippingProblem | null | undefined }) {
  if (!problem) return null;
  return (
    <div className="mt-4">
      <Alert tone="warn" title={problemTitle(problem)} announce>
        {problem.message}
      </Alert>
    </div>
  );
}
