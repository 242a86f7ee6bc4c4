import type { ArgsDef } from 'citty';

/** A mistake on the command line, or somebody who is not there: said in a sentence, with the exit code. */
export class Complaint extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

export type Given = Readonly<Record<string, unknown>> & { readonly _: readonly string[] };

/** Refuses what the command does not know, options without their value, and more words than `words`. */
export function checked(given: Given, args: ArgsDef, words = 0, command = 'people'): Given {
  const strange =
    Object.keys(given).find((name) => name !== '_' && !Object.hasOwn(args, name)) ?? given._[words];
  if (strange !== undefined) {
    throw new Complaint(
      `Không hiểu '${strange}'; xem hopcat ${command} --help. / '${strange}' is not understood; see hopcat ${command} --help.`,
    );
  }
  const empty = Object.keys(given).find((name) => name !== '_' && given[name] === '');
  if (empty !== undefined) throw new Complaint(`--${empty} thiếu giá trị. / --${empty} lacks its value.`);
  return given;
}

const failures: Readonly<Record<string, string>> = {
  ENOENT: 'Không có thư mục để ghi tệp. / There is no such folder to write to.',
  EACCES: 'Không được phép ghi tệp này. / That file may not be written.',
  EISDIR: 'Đó là thư mục, không phải tệp. / That is a folder, not a file.',
  ENOSPC: 'Ổ đĩa đã đầy. / The disk is full.',
};

/**
 * Runs a command and says what went wrong in both languages. Nobody reading any more (`| head`) is no mistake.
 */
export async function saying(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const failure = error as NodeJS.ErrnoException;
    if (failure.code === 'EPIPE') return;
    const known = error instanceof Complaint ? error.message : failures[failure.code ?? ''];
    process.stderr.write(`${known ?? failure.stack ?? failure.message}\n`);
    process.exitCode = error instanceof Complaint ? error.exitCode : 1;
  }
}
