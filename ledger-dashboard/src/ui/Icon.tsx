const drawings = {
  add: 'M8 3v10M3 8h10',
  alert: 'M8 2.2 14.4 13.4H1.6L8 2.2ZM8 6.4v3.2M8 11.4v.2',
  arrow: 'M6 3.5 10.5 8 6 12.5',
  bank: 'M2 6.2 8 2.5l6 3.7M3 6.5h10M4 7v5M8 7v5M12 7v5M2.5 13.2h11',
  bolt: 'M9 1.8 3.6 9H8l-1 5.2L12.4 7H8l1-5.2Z',
  card: 'M2 4.2h12v7.6H2zM2 6.6h12M4.4 9.6h2.4',
  check: 'm3.2 8.4 3.2 3.2 6.4-7',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.6V8l2.3 1.5',
  close: 'm4 4 8 8M12 4l-8 8',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  download: 'M8 2.5v7.4M4.8 7 8 10.2 11.2 7M3 13.2h10',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.4v3.4M8 5.1v.2',
  keyboard: 'M1.8 4.2h12.4v7.6H1.8zM4.2 6.6h.2M7 6.6h.2M9.8 6.6h.2M12 6.6h.2M5 9.4h6',
  lock: 'M3.8 7.2h8.4v6.3H3.8zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  moon: 'M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6Z',
  outside: 'M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.6 8.4',
  print: 'M4.5 6V2.5h7V6M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  receipt: 'M3.5 2.2v11.6l1.8-1 1.4 1 1.3-1 1.4 1 1.3-1 1.8 1V2.2zM6 5.5h4M6 8.2h4',
  screen: 'M2 3h12v8H2zM5.5 13.5h5',
  search: 'M7 2.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8ZM10.2 10.2l3.4 3.4',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M12.8 3.2l-1 1M4.2 11.8l-1 1',
} as const;

export type IconName = keyof typeof drawings;

/** A picture beside words that say the same. */
export const Icon = ({
  name,
  className = 'size-4',
}: {
  readonly name: IconName;
  readonly className?: string;
}) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 16 16"
    className={`shrink-0 ${className}`}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={drawings[name]} />
  </svg>
);
