// Copies `data-copy` to the clipboard and says so on the button.
document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('[data-copy]');
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.dataset.copied = 'yes';
    setTimeout(() => delete button.dataset.copied, 2000);
  } catch {
    // No clipboard on an insecure origin: the code stands beside the button and selects as a whole.
    const code = button.closest('[data-code]')?.querySelector('code');
    if (code) getSelection()?.selectAllChildren(code);
  }
});
