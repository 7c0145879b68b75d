import { ActionIcon, Button, Textarea } from '@mantine/core';
import type { Order } from '@tradepost/api';
import { Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../../auth/useSession.ts';
import { useAddNote, usePinNote, useRemoveNote } from '../../data/orderDesk.ts';
import { problemOf } from '../../data/problems.ts';
import { Card } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { When } from '../../parts/Words.tsx';
import classes from './Desk.module.css';

/** What staff tell one another about an order. Its customer never sees it. */
export function NotesCard({ order }: { order: Order }) {
  const add = useAddNote(order.id);
  const [text, setText] = useState('');
  const write = () => {
    if (text.trim() === '') return;
    add.mutate(text.trim(), { onSuccess: () => setText('') });
  };
  return (
    <Card title="Notes">
      <div className={classes.form}>
        <Refusal error={add.error} />
        <Textarea
          aria-label="New note"
          placeholder="For the others behind the counter"
          autosize
          minRows={2}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) write();
          }}
        />
        <Button size="sm" variant="default" loading={add.isPending} disabled={text.trim() === ''} onClick={write}>
          Add the note
        </Button>
      </div>
      {order.notes && order.notes.length > 0 && (
        <ul className={classes.list} style={{ marginTop: 14 }}>
          {order.notes.map((note) => (
            <Note key={note.id} orderId={order.id} note={note} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Note({ orderId, note }: { orderId: string; note: NonNullable<Order['notes']>[number] }) {
  const pin = usePinNote(orderId);
  const remove = useRemoveNote(orderId);
  const toast = useToast();
  const own = useSession().user?.email === note.by;
  const onError = (error: unknown) => toast({ title: 'The note stays as it is', detail: problemOf(error).message, tone: 'danger' });
  return (
    <li className={classes.note} data-pinned={note.pinned || undefined}>
      <p>{note.text}</p>
      <div className={classes.noteFoot}>
        <span className="row-note">
          {note.by} · <When at={note.at} />
        </span>
        <span>
          <ActionIcon
            variant="subtle"
            color="gray"
            loading={pin.isPending}
            aria-label={note.pinned ? 'Unpin the note' : 'Pin the note'}
            onClick={() => pin.mutate({ noteId: note.id, pinned: !note.pinned }, { onError })}
          >
            {note.pinned ? <PinOff size={15} aria-hidden /> : <Pin size={15} aria-hidden />}
          </ActionIcon>
          {own && (
            <ActionIcon
              variant="subtle"
              color="gray"
              loading={remove.isPending}
              aria-label="Take the note back"
              onClick={() => remove.mutate(note.id, { onError })}
            >
              <Trash2 size={15} aria-hidden />
            </ActionIcon>
          )}
        </span>
      </div>
    </li>
  );
}
