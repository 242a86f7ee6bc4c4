import { hash } from './draw.ts';

const rounds = 4;

export interface Permutation {
  size: number;
  of: (value: number) => number;
  back: (value: number) => number;
}

/**
 * A bijection of 0 … left × right − 1 that looks random: a Feistel network whose halves are digits of two bases,
 * so that any size with two factors will do.
 */
export const permutation = (left: number, right: number, key: number): Permutation => ({
  size: left * right,
  of: (value) => {
    let [l, r] = [Math.floor(value / right), value % right];
    for (let round = 0; round < rounds; round++) {
      l = (l + (hash(r, key * 64 + round) % left)) % left;
      r = (r + (hash(l, key * 64 + round + 32) % right)) % right;
    }
    return l * right + r;
  },
  back: (value) => {
    let [l, r] = [Math.floor(value / right), value % right];
    for (let round = rounds - 1; round >= 0; round--) {
      r = (r + right - (hash(l, key * 64 + round + 32) % right)) % right;
      l = (l + left - (hash(r, key * 64 + round) % left)) % left;
    }
    return l * right + r;
  },
});
