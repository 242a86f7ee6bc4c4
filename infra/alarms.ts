import { Duration } from 'aws-cdk-lib';
import { Alarm, type IMetric, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Operation, type Table } from 'aws-cdk-lib/aws-dynamodb';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { SystemFunction } from './system-function.ts';

const FIVE_MINUTES = Duration.minutes(5);

const tableOperations = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.PUT_ITEM,
  Operation.DELETE_ITEM,
  Operation.TRANSACT_WRITE_ITEMS,
];

/** Crashes and time-outs, which Lambda counts, and lines at level ERROR, which only the log knows. */
function failures({ contract, function: fn, log }: SystemFunction, stackName: string): IMetric {
  const filter = new MetricFilter(log, 'ErrorLines', {
    logGroup: log,
    filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
    metricNamespace: 'HopCat',
    metricName: `${stackName}-${contract.name}-error-lines`,
  });
  return new MathExpression({
    expression: 'FILL(crashes, 0) + FILL(lines, 0)',
    usingMetrics: {
      crashes: fn.metricErrors({ period: FIVE_MINUTES }),
      lines: filter.metric({ statistic: 'Sum', period: FIVE_MINUTES }),
    },
    period: FIVE_MINUTES,
  });
}

export interface Watched {
  systems: readonly SystemFunction[];
  table: Table;
  /** Of the API: a line for each request. */
  accessLog: ILogGroup;
}

/**
 * Requests that the API answered itself because a function did not. Not every 5xx: SOAP tells a caller's own mistake
 * by a 500, and a portal team may ask for a 503; what breaks inside a function is among its own failures.
 */
function unanswered(accessLog: ILogGroup, stackName: string): IMetric {
  const filter = new MetricFilter(accessLog, 'Unanswered', {
    logGroup: accessLog,
    filterPattern: FilterPattern.stringValue('$.failure', '!=', '-'),
    metricNamespace: 'HopCat',
    metricName: `${stackName}-unanswered`,
  });
  return filter.metric({ statistic: 'Sum', period: FIVE_MINUTES });
}

/** An alarm on the first error or throttle of each function, of the table, and of the API. */
export function addAlarms(
  parent: Construct,
  { systems, table, accessLog }: Watched,
  topicArn?: string,
): void {
  const scope = new Construct(parent, 'Alarms');
  const topic = topicArn === undefined ? undefined : Topic.fromTopicArn(scope, 'Topic', topicArn);
  const alarm = (id: string, metric: IMetric, alarmDescription: string): void => {
    const made = new Alarm(scope, id, {
      metric,
      alarmDescription,
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (topic) made.addAlarmAction(new SnsAction(topic));
  };
  const period = FIVE_MINUTES;
  for (const system of systems) {
    const { name } = system.contract;
    alarm(`${name}-errors`, failures(system, parent.node.id), `HopCat: ${name} failed or logged an error`);
    alarm(`${name}-throttles`, system.function.metricThrottles({ period }), `HopCat: ${name} was throttled`);
  }
  const operations = { operations: tableOperations, period };
  alarm('table-errors', table.metricSystemErrorsForOperations(operations), 'HopCat: the table failed');
  alarm(
    'table-throttles',
    table.metricThrottledRequestsForOperations(operations),
    'HopCat: the table throttled',
  );
  alarm(
    'api-errors',
    unanswered(accessLog, parent.node.id),
    'HopCat: the API answered with an error, because a function did not',
  );
}
