/** What is said of a scope that a provider does not have: which it has, and what to ask for. */
export const noScope = (unknown: string, scopes: readonly string[]): string => {
  const more = scopes.filter((each) => each !== 'openid');
  const beside = more.length > 0 ? `, and of ${more.join(', ')} what you need` : ' and nothing else';
  return `there is no scope '${unknown}': ask for openid${beside}`;
};
