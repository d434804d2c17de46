import { useState } from 'react';
import { remember, remembered } from '../app/storage';

/** The columns that can be left out; the others say what a row is. */
export const columns = ['date', 'website', 'balanceAfter', 'reference'] as const;
export type Column = (typeof columns)[number];

export const pageSizes = ['25', '50', '100'] as const;
export type PageSize = (typeof pageSizes)[number];

/** How the table looks, as this browser remembers it. */
export interface TableView {
  readonly columns: readonly Column[];
  readonly compact: boolean;
  readonly pageSize: PageSize;
  /** Whether times are UTC's instead of the reader's. */
  readonly utc: boolean;
}

export const usualView: TableView = {
  columns: ['date', 'website', 'balanceAfter'],
  compact: false,
  pageSize: '50',
  utc: false,
};

const KEY = 'ledger-transactions-view';

/** What was remembered, as far as it makes sense: an older page may have written it. */
export function readView(text: string | null): TableView {
  let kept: Partial<Record<keyof TableView, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(text ?? 'null');
    kept = typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    // Nothing that makes sense.
  }
  const chosen = kept.columns;
  return {
    columns: Array.isArray(chosen) ? columns.filter((column) => chosen.includes(column)) : usualView.columns,
    compact: kept.compact === true,
    pageSize: pageSizes.find((size) => size === kept.pageSize) ?? usualView.pageSize,
    utc: kept.utc === true,
  };
}

export function useTableView(): readonly [TableView, (view: TableView) => void] {
  const [view, setView] = useState(() => readView(remembered(KEY)));
  return [
    view,
    (changed) => {
      setView(changed);
      remember(KEY, JSON.stringify(changed));
    },
  ];
}
