// Filters the people of the panel. Without this script there is no filter box, and all people are there.
const box = document.querySelector('.filter');
const input = box.querySelector('input');
const status = box.querySelector('[role="status"]');
const groups = [...document.querySelectorAll('.panel .group')];
/** The groups that were folded when the filter began, to be folded again when it ends. */
let folded;

/** Without case, tone marks or hats, so that `nguyen van duc` finds Nguyễn Văn Đức. */
function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

function filter() {
  const words = fold(input.value).split(/\s+/).filter(Boolean);
  folded ??= new Set(groups.filter((group) => !group.open));
  let found = 0;
  for (const group of groups) {
    let shown = 0;
    for (const item of group.querySelectorAll('li')) {
      const text = fold(`${item.dataset.filter ?? item.querySelector('button').value} ${item.textContent}`);
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) shown += 1;
    }
    group.hidden = shown === 0;
    group.open = words.length > 0 || !folded.has(group);
    group.querySelector('.count').textContent = String(shown);
    found += shown;
  }
  if (words.length === 0) folded = undefined;
  status.textContent = found === 0 ? status.dataset.nobody : '';
}

box.hidden = false;
input.addEventListener('input', filter);
if (input.value) filter();
