import { useId, useState } from 'react';
import { say } from '../messages/english';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Segments } from '../ui/Segments';
import { columns, pageSizes, type Column, type TableView } from './view';

interface ViewControlsProps {
  readonly view: TableView;
  readonly onChange: (view: TableView) => void;
}

/** Which columns are shown, how close the rows are, and how many come at once. */
export function ViewControls({ view, onChange }: ViewControlsProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const words = say.transactions.view;
  return (
    <div className="border-b border-line px-5 py-2 sm:px-6">
      <Button
        kind="quiet"
        small
        className="-mx-3"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <Icon name="columns" />
        {words.title}
      </Button>
      <div id={id} hidden={!open} className="pt-2 pb-3">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Columns view={view} onChange={onChange} />
          <Segments
            label={words.density}
            value={view.compact ? 'compact' : 'comfortable'}
            options={(['comfortable', 'compact'] as const).map((value) => ({ value, label: words[value] }))}
            onChange={(value) => {
              onChange({ ...view, compact: value === 'compact' });
            }}
          />
          <Segments
            label={words.pageSize}
            value={view.pageSize}
            options={pageSizes.map((value) => ({ value, label: words.rows(value) }))}
            onChange={(pageSize) => {
              onChange({ ...view, pageSize });
            }}
          />
          <Segments
            label={words.times}
            value={view.utc ? 'utc' : 'local'}
            options={(['local', 'utc'] as const).map((value) => ({ value, label: words[value] }))}
            onChange={(value) => {
              onChange({ ...view, utc: value === 'utc' });
            }}
          />
        </div>
      </div>
    </div>
  );
}

function Columns({ view, onChange }: ViewControlsProps) {
  const toggle = (column: Column, shown: boolean): void => {
    onChange({
      ...view,
      columns: columns.filter((each) => (each === column ? shown : view.columns.includes(each))),
    });
  };
  return (
    <fieldset className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <legend className="sr-only">{say.transactions.view.columns}</legend>
      {columns.map((column) => (
        <label key={column} className="inline-flex min-h-7 items-center gap-2">
          <input
            type="checkbox"
            checked={view.columns.includes(column)}
            onChange={(event) => {
              toggle(column, event.target.checked);
            }}
            className="size-4 accent-accent"
          />
          {say.transactions[column]}
        </label>
      ))}
    </fieldset>
  );
}
