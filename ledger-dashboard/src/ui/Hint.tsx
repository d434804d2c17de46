import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';

/** A few more words about something, when it is pointed at or has the focus. */
export const Hint = ({ text, children }: { readonly text: string; readonly children: ReactElement }) => (
  <Tooltip.Root>
    <Tooltip.Trigger render={children} delay={300} />
    <Tooltip.Portal>
      <Tooltip.Positioner sideOffset={6} className="z-50">
        <Tooltip.Popup className="max-w-xs rounded-lg bg-ink px-2.5 py-1.5 text-xs text-page shadow-popup">
          {text}
        </Tooltip.Popup>
      </Tooltip.Positioner>
    </Tooltip.Portal>
  </Tooltip.Root>
);
