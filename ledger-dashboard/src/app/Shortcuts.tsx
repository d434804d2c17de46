import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { say } from '../messages/english';
import { usePurchaseDialog } from '../purchase/PurchaseDialogProvider';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { useShortcuts } from './singleKeys';

const ShortcutsDialog = lazy(() =>
  import('./ShortcutsDialog').then((module) => ({ default: module.ShortcutsDialog })),
);

/** The field that a page is searched with, if it has one. */
const searchField = (): HTMLElement | null => document.querySelector('[data-search]');

/** Does what the keys ask for, and tells which they are. */
export function Shortcuts() {
  const navigate = useNavigate();
  const { open: buy } = usePurchaseDialog();
  const [open, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const help = (): void => {
    setWasOpened(true);
    setOpen(true);
  };
  const search = async (): Promise<void> => {
    if (searchField() === null) {
      await navigate({ to: '/transactions' });
    }
    searchField()?.focus();
  };
  useShortcuts({
    help,
    add: () => {
      buy();
    },
    search: () => void search(),
  });
  return (
    <>
      <Button kind="quiet" small onClick={help}>
        <Icon name="keyboard" />
        {say.shortcuts.open}
      </Button>
      {wasOpened && (
        <Suspense fallback={null}>
          <ShortcutsDialog open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
