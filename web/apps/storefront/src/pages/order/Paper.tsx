import { fetchFile, saveFile } from '@tradepost/api';
import { formatDate } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { useToast } from '../../toasts/Toasts.tsx';

interface Props {
  orderId: string;
  /** "Invoice INV-2026-000001". */
  name: string;
  note?: string;
  at: string;
  path: string;
}

/** A paper of an order. It is fetched rather than linked: a link could not carry a guest's key. */
export function Paper({ orderId, name, note, at, path }: Props) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const load = async () => {
    setBusy(true);
    try {
      saveFile(await fetchFile(`/api/v1/orders/${orderId}/${path}`, { orderId }));
    } catch (error) {
      toast(wordsFor(error), 'danger');
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className="flex flex-wrap items-center justify-between gap-3">
      <p className="min-w-0 text-[0.9375rem] wrap-anywhere text-ink-2">
        {name}
        <span className="block text-sm">{note ? `${formatDate(at)} · ${note}` : formatDate(at)}</span>
      </p>
      <Button
        look="secondary"
        busy={busy}
        aria-label={`Download ${name.replace(/^./, (c) => c.toLowerCase())} as PDF`}
        onClick={() => void load()}
      >
        <FileText size={17} aria-hidden />
        PDF
      </Button>
    </li>
  );
}
