/** Whether an address is of the console, for auditors and operators, rather than of a customer's pages. */
export const isConsole = (path: string): boolean => /^\/console(\/|$)/.test(path);
