import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isProblem, type CustomerGroup, type GroupMember } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { groupById, groupMembers, useAddMember, useRemoveGroup, useRemoveMember } from '../../data/groups.ts';
import { problemOf } from '../../data/problems.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { fieldOf } from '../../parts/Refusal.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { When } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import classes from './Groups.module.css';
import { GroupDialog } from './GroupDialog.tsx';

const back = { to: paths.customerGroups(), label: 'Customer groups' };

const columnsWith = (remove: (member: GroupMember) => void): Column<GroupMember>[] => [
  { key: 'email', header: 'Customer', phone: 'main', cell: (member) => member.email },
  { key: 'added', header: 'Added', phone: 'sub', cell: (member) => <When at={member.addedAt} /> },
  {
    key: 'remove',
    header: 'Remove',
    quiet: true,
    phone: 'end',
    end: true,
    width: 60,
    cell: (member) => (
      <ActionIcon variant="subtle" color="gray" aria-label={`Take ${member.email} out`} onClick={() => remove(member)}>
        <X size={16} aria-hidden />
      </ActionIcon>
    ),
  },
];

export function Component() {
  const { id = '' } = useParams();
  const group = useQuery(groupById(id));
  if (group.data) return <Loaded group={group.data} />;
  const missing = isProblem(group.error) && (group.error.status === 404 || group.error.status === 400);
  return (
    <Page title="Customer group" back={back} narrow>
      <Card>
        {missing && <Empty title="There is no group with this id">It may have been removed.</Empty>}
        {!missing && group.isError && (
          <Failed what="The group could not be loaded." error={group.error} onRetry={() => void group.refetch()} />
        )}
        {group.isPending && <Lines />}
      </Card>
    </Page>
  );
}

function AddForm({ id }: { id: string }) {
  const [email, setEmail] = useState('');
  const add = useAddMember(id);
  const toast = useToast();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() === '') return;
    void add.mutateAsync(email.trim()).then(
      (member) => {
        toast({ title: `${member.email} is in the group`, detail: 'Their prices change at once.' });
        setEmail('');
      },
      () => undefined,
    );
  };
  const wrong = add.error ? (fieldOf(add.error, 'email') ?? problemOf(add.error).message) : undefined;
  return (
    <form className={classes.add} onSubmit={submit} noValidate>
      <TextInput type="email" aria-label="E-mail address of a customer" placeholder="E-mail address of a customer" value={email}
        error={wrong} onChange={(event) => setEmail(event.currentTarget.value)} />
      <ReasonedButton type="submit" loading={add.isPending} reason={email.trim() === '' ? 'Enter the address of an account first.' : null}>
        Add
      </ReasonedButton>
    </form>
  );
}

function Loaded({ group }: { group: CustomerGroup }) {
  const { page, set } = useListSearch();
  const members = useQuery(groupMembers(group.id, page));
  const removeMember = useRemoveMember(group.id);
  const removeGroup = useRemoveGroup();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const toast = useToast();
  const takeOut = (member: GroupMember) =>
    void removeMember.mutateAsync(member.userId).then(
      () => toast({ title: `${member.email} is out of the group` }),
      (error: unknown) => toast({ title: 'Nobody was taken out', detail: problemOf(error).message, tone: 'danger' }),
    );
  const remove = () =>
    void removeGroup.mutateAsync(group.id).then(
      () => navigate(paths.customerGroups()),
      (error: unknown) => toast({ title: 'The group was not removed', detail: problemOf(error).message, tone: 'danger' }),
    );
  const actions = (
    <>
      <Button variant="default" c="var(--admin-danger-text)" onClick={() => setAsking(true)}>
        Remove
      </Button>
      <Button variant="default" onClick={() => setEditing(true)}>
        Edit
      </Button>
    </>
  );
  return (
    <Page title={group.name} note={group.code} back={back} actions={actions} narrow>
      <ListView
        label="Members"
        query={members}
        columns={columnsWith(takeOut)}
        rowKey={(member) => member.userId}
        toolbar={<AddForm id={group.id} />}
        page={page}
        onPage={(next) => set({ page: next })}
        empty={<Empty title="Nobody is in this group">Add customers by the e-mail address of their account.</Empty>}
      />
      <GroupDialog editing={editing ? group : null} onClose={() => setEditing(false)} />
      <ConfirmDialog opened={asking} title={`Remove ${group.name}?`} confirm="Remove it" keep="Keep it" busy={removeGroup.isPending}
        onClose={() => setAsking(false)} onConfirm={remove}>
        {`${plural(group.members, 'customer')} will pay what everybody pays. Promotions for this group apply to nobody.`}
      </ConfirmDialog>
    </Page>
  );
}
