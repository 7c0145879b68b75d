import { api, take } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { Alert } from '../../components/Alert.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { FormPage } from '../FormPage.tsx';

/** The link at the end of a mail. One press, so that a mail program that looks at links switches nothing off. */
export function MailsOffPage() {
  useTitle('Mails about wishlists');
  const token = new URLSearchParams(useLocation().hash.slice(1)).get('token') ?? '';
  const [state, setState] = useState<'asked' | 'busy' | 'done'>('asked');
  const [problem, setProblem] = useState(token ? '' : 'This link is not complete. Open it from the mail once more.');
  const off = async () => {
    setState('busy');
    setProblem('');
    try {
      await take(api.POST('/api/v1/wishlist-news/off', { body: { token } }));
      setState('done');
    } catch (error) {
      setProblem(wordsFor(error));
      setState('asked');
    }
  };
  return (
    <FormPage title="Mails about your wishlists">
      {state === 'done' ? (
        <div role="status" className="space-y-5">
          <Alert tone="success" title="They are switched off">
            Your wishlists stay as they are. Each has a switch to turn its mails on again.
          </Alert>
          <ButtonLink to={paths.wishlists()} look="secondary">
            Your wishlists
          </ButtonLink>
        </div>
      ) : (
        <div className="space-y-5">
          <p className="text-pretty text-ink-2">
            We write when something on a wishlist gets cheaper or is back in stock. You can end that for all your lists here.
          </p>
          {problem && (
            <Alert tone="danger" announce>
              {problem}
            </Alert>
          )}
          <Button size="l" className="w-full" busy={state === 'busy'} disabled={!token} onClick={() => void off()}>
            Switch these mails off
          </Button>
        </div>
      )}
    </FormPage>
  );
}
