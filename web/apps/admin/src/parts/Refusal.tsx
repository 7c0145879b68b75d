import { Alert } from '@mantine/core';
import { problemOf } from '../data/problems.ts';

/** Why the shop would not do it, at the head of the form that asked. Says nothing while nothing is wrong. */
export function Refusal({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <Alert color="red" role="alert">
      {problemOf(error).message}
    </Alert>
  );
}

/** The shop's complaint about one field, if that is what was wrong. */
export function fieldOf(error: unknown, name: string): string | undefined {
  return error ? problemOf(error).fields[name] : undefined;
}
