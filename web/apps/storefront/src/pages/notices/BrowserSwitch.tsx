import { wordsFor } from '@tradepost/ui';
import { useEffect, useState } from 'react';
import { Alert } from '../../components/Alert.tsx';
import { Button } from '../../components/Button.tsx';
import { useToast } from '../../toasts/Toasts.tsx';
import { browserState, switchOff, switchOn, type BrowserState } from './browser.ts';

const said: Record<BrowserState, string> = {
  unsupported: 'This browser can’t show notices.',
  refused: 'This browser was told to show no notices of this shop. You can change that in its settings for this site.',
  off: 'Be told about your orders here, even when the shop is closed.',
  on: 'This browser shows notices.',
};

/** Notices in the very browser the page is open in. */
export function BrowserSwitch({ pushKey, onChange }: { pushKey: string; onChange(): void }) {
  const [state, setState] = useState<BrowserState | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const toast = useToast();
  useEffect(() => {
    browserState().then(setState, () => setState('unsupported'));
  }, []);
  const turn = async () => {
    setBusy(true);
    setProblem('');
    try {
      const next = state === 'on' ? await switchOff() : await switchOn(pushKey);
      setState(next);
      if (next !== 'refused') toast(next === 'on' ? 'This browser shows notices now.' : 'No more notices in this browser.');
      onChange();
    } catch (error) {
      setProblem(error instanceof DOMException ? 'The browser could not be signed up. Try again in a while.' : wordsFor(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="this-browser" className="mt-10">
      <h3 id="this-browser" className="font-semibold">
        This browser
      </h3>
      <p className="mt-1 text-pretty text-ink-2" role="status">
        {state === null ? 'Looking whether it shows notices.' : said[state]}
      </p>
      {problem && (
        <div className="mt-3">
          <Alert tone="danger" announce>
            {problem}
          </Alert>
        </div>
      )}
      {(state === 'on' || state === 'off') && (
        <Button look="secondary" busy={busy} onClick={() => void turn()} className="mt-3">
          {state === 'on' ? 'Switch off here' : 'Switch on here'}
        </Button>
      )}
    </section>
  );
}
