import { AlertDialog as BaseAlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { say } from '../messages/english';
import { Button } from './Button';
import { Icon } from './Icon';
import { classes } from './classes';

const backdropLook =
  'fixed inset-0 z-40 bg-[#0a0e1e]/50 transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0';
const popupLook =
  'bg-raised text-ink shadow-popup border border-line transition-all duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0 outline-none';
const centeredLook =
  'fixed z-50 inset-x-0 bottom-0 mx-auto max-h-[92dvh] overflow-y-auto overscroll-contain rounded-t-2xl sm:inset-y-0 sm:my-auto sm:h-fit sm:rounded-2xl data-[starting-style]:translate-y-3';
const sideLook =
  'fixed z-50 inset-y-0 end-0 w-full max-w-md overflow-y-auto overscroll-contain data-[starting-style]:translate-x-6';

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: string;
  /** While false neither Escape nor a press beside it nor the cross closes it. */
  readonly closable?: boolean;
  /** Somebody else asks the customer something meanwhile, in a layer of their own that must be reachable. */
  readonly givesWay?: boolean;
  readonly wide?: boolean;
  readonly side?: boolean;
  readonly children: ReactNode;
}

/** A window over the page. It keeps the focus, and gives it back to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closable = true,
  givesWay = false,
  wide = false,
  side = false,
  children,
}: DialogProps) {
  return (
    <BaseDialog.Root
      open={open}
      modal={!givesWay}
      disablePointerDismissal={!closable || givesWay}
      onOpenChange={(wanted, details) => {
        if (!wanted && (!closable || givesWay)) {
          details.cancel();
          return;
        }
        onOpenChange(wanted);
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdropLook} forceRender />
        <BaseDialog.Popup
          className={classes(
            popupLook,
            side ? sideLook : classes(centeredLook, wide ? 'max-w-2xl' : 'max-w-md'),
          )}
        >
          <header className="sticky top-0 z-10 flex items-start gap-4 border-b border-line bg-raised px-6 py-4">
            <div className="min-w-0 flex-1">
              <BaseDialog.Title className="text-lg font-semibold tracking-tight">{title}</BaseDialog.Title>
              {description !== undefined && (
                <BaseDialog.Description className="mt-0.5 text-sm text-muted">
                  {description}
                </BaseDialog.Description>
              )}
            </div>
            {closable && (
              <BaseDialog.Close
                aria-label={say.common.close}
                className="-me-2 grid size-8 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
              >
                <Icon name="close" />
              </BaseDialog.Close>
            )}
          </header>
          <div className="px-6 py-5">{children}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

interface ConfirmProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly children?: ReactNode;
}

/** Asks before something is done that can't be taken back by pressing again. */
export function Confirm({
  open,
  onOpenChange,
  title,
  description,
  confirm,
  busy,
  onConfirm,
  children,
}: ConfirmProps) {
  return (
    <BaseAlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseAlertDialog.Portal>
        <BaseAlertDialog.Backdrop className={backdropLook} />
        <BaseAlertDialog.Popup className={classes(popupLook, centeredLook, 'max-w-md p-6')}>
          <BaseAlertDialog.Title className="text-lg font-semibold tracking-tight">
            {title}
          </BaseAlertDialog.Title>
          <BaseAlertDialog.Description className="mt-2 text-muted">{description}</BaseAlertDialog.Description>
          {children}
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <BaseAlertDialog.Close render={<Button>{say.common.cancel}</Button>} />
            <Button kind="danger" busy={busy} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </BaseAlertDialog.Popup>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  );
}
