type Failure = Error & { code?: string; port?: number; address?: string };

const known: Readonly<Record<string, (failure: Failure) => string>> = {
  EADDRINUSE: ({ port }) =>
    `Cổng ${port} đang được chương trình khác dùng: tắt chương trình đó, hoặc chọn cổng khác bằng --port. / ` +
    `Port ${port} is in use: stop what uses it, or choose another one with --port.`,
  EACCES: (failure) =>
    failure.port === undefined
      ? `Không có quyền truy cập: ${failure.message}. / Permission denied: ${failure.message}.`
      : `Không được phép mở cổng ${failure.port}: hãy chọn cổng từ 1024 trở lên. / ` +
        `Port ${failure.port} may not be opened: choose one from 1024 on.`,
  EADDRNOTAVAIL: ({ address }) =>
    `Máy này không có địa chỉ ${address}. / This machine has no address ${address}.`,
  ENOTFOUND: () => 'Không tìm thấy tên máy cho --host. / The name given to --host is not known.',
};

/** Why the sandbox could not start, in a sentence; a stack only for what nobody foresaw. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const failure = error as Failure;
  const found = failure.code === undefined ? undefined : known[failure.code];
  if (found) return found(failure);
  // A TypeError and its like are our own mistakes: whoever reports one needs the stack.
  const foreseen = failure.code !== undefined || error.constructor === Error;
  return foreseen ? failure.message : (failure.stack ?? failure.message);
}
