// Runs before the first paint, as a file of its own because the page allows no inline scripts.
try {
  var theme = localStorage.getItem('tradepost.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be blocked: the system's theme stays.
}
