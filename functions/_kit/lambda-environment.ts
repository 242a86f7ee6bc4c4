/** What a function is told by its template. */
export interface LambdaEnvironment {
  /** Name of the store's table. */
  table: string;
  /** Where the sandbox is seen from outside, no trailing slash; undefined: at the API's own domain name. */
  origin: string | undefined;
}

/**
 * Reads `TABLE_NAME` and `ORIGIN`: nothing else of ours comes from the environment. The AWS SDK reads its own
 * (region, credentials, `AWS_ENDPOINT_URL_DYNAMODB`). Throws, saying which, when a variable is missing.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv): LambdaEnvironment {
  const table = variables.TABLE_NAME;
  if (!table) throw new Error('TABLE_NAME is not set: it names the DynamoDB table');
  return { table, origin: variables.ORIGIN || undefined };
}
