const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

export function median(values: readonly number[]): number {
  const order = sorted(values);
  const middle = order.length >> 1;
  return order.length % 2 === 1 ? order[middle]! : (order[middle - 1]! + order[middle]!) / 2;
}

/** A quarter of the values are below it: what else runs on a machine can only lengthen what is measured. */
export const lowerQuartile = (values: readonly number[]): number =>
  sorted(values)[Math.floor((values.length - 1) / 4)]!;

/** Lowest and highest, as the reader sees them. */
export const spread = (values: readonly number[], digits = 0): string =>
  `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
