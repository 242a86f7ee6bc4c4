/** What every call of the API has in common. */
export const call = { method: 'POST', errors: 'own' } as const;

/** A token that has run out, for whatever needs one. */
export const tokenFails = {
  'expired-token': {
    title: { vi: 'Token đã hết hạn', en: 'The token has expired' },
    fault: 'expired_token',
  },
} as const;

export const signFails = {
  ...tokenFails,
  'sad-expired': {
    title: { vi: 'SAD không còn giá trị', en: 'The SAD is not good any more' },
    fault: 'invalid_request',
  },
} as const;
