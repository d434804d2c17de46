import { say } from '../messages/english';
import { Dialog } from '../ui/Dialog';
import { keysOf, turnShortcuts, useShortcutsOn, type Shortcut } from './singleKeys';

const shortcuts = Object.keys(keysOf) as readonly Shortcut[];

/** Which keys do what, and a switch for those who do not want it. */
export function ShortcutsDialog({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const on = useShortcutsOn();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={say.shortcuts.title}>
      <dl className="grid gap-3 text-sm">
        {shortcuts.map((shortcut) => (
          <div key={shortcut} className="flex items-center justify-between gap-4">
            <dt>{say.shortcuts[shortcut]}</dt>
            <dd>
              <kbd className="grid min-h-7 min-w-7 place-items-center rounded-md border border-control bg-sunken px-2 font-mono text-sm">
                {keysOf[shortcut]}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
      <label className="mt-6 flex items-start gap-3 border-t border-line pt-4 text-sm">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            turnShortcuts(event.target.checked);
          }}
          className="mt-0.5 size-4 accent-accent"
        />
        <span>
          <span className="block font-medium">{say.shortcuts.single}</span>
          <span className="text-muted">{say.shortcuts.singleHint}</span>
        </span>
      </label>
    </Dialog>
  );
}
