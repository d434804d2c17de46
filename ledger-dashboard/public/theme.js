// Puts the theme that was chosen into effect. 'system' is no attribute at all: then the style sheet asks the system.
try {
  const theme = window.localStorage.getItem('ledger-theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Storage is switched off: the system's theme it is.
}
