/** Turns while something is under way; what that is stands beside it in words. */
export const Spinner = ({ large = false }: { readonly large?: boolean }) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 16 16"
    className={large ? 'size-10 animate-spin text-accent-ink' : 'size-4 animate-spin'}
  >
    <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeOpacity="0.25" strokeWidth="2" />
    <path
      d="M8 1.5A6.5 6.5 0 0 1 14.5 8"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    />
  </svg>
);
