import { Button } from '@mantine/core';
import type { SuggestionTarget } from './decide';
import type { Suggestions } from './use-suggestions';

interface DecideButtonsProps {
  readonly size: number;
  readonly targets: readonly SuggestionTarget[];
  readonly state: Suggestions;
}

/** Accepts or rejects so many. */
export function DecideButtons({ size, targets, state: { decide, isBusy } }: DecideButtonsProps) {
  return (
    <>
      <Button
        variant="filled"
        loading={isBusy}
        disabled={size === 0}
        title="Accept  y"
        onClick={() => {
          decide(targets, 'CONFIRM');
        }}
      >
        Accept {size}
      </Button>
      <Button
        loading={isBusy}
        disabled={size === 0}
        title="Reject  n"
        onClick={() => {
          decide(targets, 'REJECT');
        }}
      >
        Reject {size}
      </Button>
    </>
  );
}

/** Takes a decision back, either way. */
export function UndecideButton({ targets, state: { decide, isBusy } }: Omit<DecideButtonsProps, 'size'>) {
  return (
    <Button
      loading={isBusy}
      onClick={() => {
        decide(targets, 'REOPEN');
      }}
    >
      Undecide
    </Button>
  );
}
