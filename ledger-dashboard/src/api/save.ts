/** Puts what came from the ledger among the reader's downloads. */
export function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A name that every file system takes. */
export const fileName = (parts: readonly string[], ending: string): string =>
  `${parts.map((part) => part.replace(/[^A-Za-z0-9._-]/g, '-')).join('-')}.${ending}`;
