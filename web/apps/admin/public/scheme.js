// Applies the theme chosen earlier before the first paint. A file of its own, because the page allows no inline scripts.
(function () {
  var root = document.documentElement;
  var choice = null;
  try {
    choice = localStorage.getItem('tradepost.theme');
  } catch {
    // Without storage the system decides.
  }
  var chosen = choice === 'light' || choice === 'dark';
  if (chosen) root.dataset.theme = choice;
  var dark = chosen ? choice === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
