import { App, type CfnResource, type Stack } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-iam';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { contracts } from '../../contracts/index.ts';
import { readOptions } from '../../infra/options.ts';
import { sandboxStack } from '../../infra/sandbox-stack.ts';

function synthesised(): { app: App; stack: Stack } {
  const app = new App();
  return { app, stack: sandboxStack(app, contracts, readOptions(app.node), () => Code.fromInline('-')) };
}

const rulesBroken = (app: App): string[] =>
  new AwsSolutionsChecks(app).validateScope(app).violations.map(({ ruleName }) => ruleName);

test("cdk-nag's AwsSolutions pack finds nothing", () => {
  expect(rulesBroken(synthesised().app)).toEqual([]);
});

test('the pack would find a wildcard in a policy', () => {
  const { app, stack } = synthesised();
  const isPolicy = (each: unknown): each is CfnResource => each instanceof CfnPolicy;
  const policy = stack.node.findAll().find(isPolicy) as CfnPolicy;
  policy.policyDocument = { Statement: [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }] };
  expect(rulesBroken(app).some((rule) => rule.startsWith('AwsSolutions-IAM5'))).toBe(true);
});
