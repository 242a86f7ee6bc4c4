import * as z from 'zod';
import { both } from '../_person/primitives.ts';

const hasNoUser = (text: string): boolean => {
  if (!URL.canParse(text)) return true;
  const { username, password } = new URL(text);
  return username === '' && password === '';
};

/** An address that a provider calls. No request can be made of one that names a user. */
export const calledUrl = z.lazy(() =>
  z
    .url({
      protocol: /^https?$/,
      error: both('Phải là một URL http hoặc https', 'Must be an http or https URL'),
    })
    .max(500)
    .refine(
      hasNoUser,
      both('URL không được chứa tên đăng nhập hay mật khẩu', 'The URL must hold no user name or password'),
    ),
);
