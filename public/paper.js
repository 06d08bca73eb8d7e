// The theme that the reader chose in the calculator, before the first paint. Storage may refuse.
try {
  const theme = localStorage.getItem("traincost.theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {}
