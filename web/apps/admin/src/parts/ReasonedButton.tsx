import { Button, Tooltip, VisuallyHidden, type ButtonProps } from '@mantine/core';
import { useId, type MouseEvent, type ReactNode } from 'react';

interface Props extends ButtonProps {
  children: ReactNode;
  /** Why the button can't be used now. Left out, it can. */
  reason?: string | null | undefined;
  onClick?(event: MouseEvent<HTMLButtonElement>): void;
  type?: 'button' | 'submit';
  form?: string;
}

/** A button that, when it can't be used, stays reachable and says why. */
export function ReasonedButton({ reason, onClick, children, type = 'button', ...rest }: Props) {
  const id = useId();
  if (!reason)
    return (
      <Button type={type} onClick={onClick} {...rest}>
        {children}
      </Button>
    );
  return (
    <>
      <Tooltip label={reason} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
        <Button
          {...rest}
          type="button"
          data-disabled
          aria-disabled
          aria-describedby={id}
          onClick={(event: MouseEvent<HTMLButtonElement>) => event.preventDefault()}
        >
          {children}
        </Button>
      </Tooltip>
      <VisuallyHidden id={id}>{reason}</VisuallyHidden>
    </>
  );
}
