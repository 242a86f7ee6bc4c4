import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { contracts } from '../contracts/index.ts';
import { bundledCode } from './code.ts';
import { readOptions } from './options.ts';
import { sandboxStack } from './sandbox-stack.ts';

const app = new App();
const options = readOptions(app.node);
sandboxStack(app, contracts, options, await bundledCode(contracts, options));
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
