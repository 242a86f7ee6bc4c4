import { lambdaHandler } from '../_kit/lambda.ts';
import service from './service.ts';

export const handler = lambdaHandler(service);
