/** As much as is shown of what somebody called a file. */
const MOST = 80;

/** Controls, and what turns the direction of writing: a name must not look like another one. */
const unseen = /\p{C}/gu;

/** The name of a file that was sent, for people: without folders, on one line, and not too long. */
export function shownFileName(name: string | undefined): string | undefined {
  const plain = (name ?? '')
    .replace(/^.*[/\\]/s, '')
    .replace(unseen, '')
    .trim();
  const letters = [...plain];
  if (letters.length === 0) return undefined;
  return letters.length > MOST
    ? `${letters.slice(0, MOST - 12).join('')}…${letters.slice(-11).join('')}`
    : plain;
}
